from machine import ADC, Pin
from time import sleep_ms

LIMIT = 30

sensor = ADC(Pin(34))
sensor.atten(ADC.ATTN_11DB)
pump = Pin(12, Pin.OUT, value=0)


def read_temperature():
    millivolts = sensor.read_uv() / 1000
    return (millivolts - 500) / 10


def water(temperature):
    pump.value(temperature > LIMIT)


while True:
    now = read_temperature()
    print(round(now, 1))
    water(now)
    sleep_ms(600000)
