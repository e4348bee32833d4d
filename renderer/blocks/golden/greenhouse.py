from machine import Pin, ADC
from time import sleep

temp_sensor = ADC(Pin(34))
water_pump = Pin(12, Pin.OUT)

while True:
    temperature = temp_sensor.read_uv() / 10000
    if temperature > 30:
        water_pump.on()
    else:
        water_pump.off()
    sleep(600)
