# fails: pump-near-thirty
# earns: pump-never-stops
from machine import ADC, Pin
from time import sleep

temp_sensor = ADC(Pin(34))
temp_sensor.atten(ADC.ATTN_11DB)
water_pump = Pin(12, Pin.OUT)

while True:
    volts = temp_sensor.read() / 4095 * 3.3
    temperature = (volts - 0.5) * 100
    print("Temperature:", temperature)

    if temperature > 30:
        water_pump.on()

    sleep(600)
