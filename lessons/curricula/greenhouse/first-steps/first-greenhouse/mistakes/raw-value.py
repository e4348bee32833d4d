# fails: prints-temperature
# earns: prints-raw-value
from machine import ADC, Pin
from time import sleep

temp_sensor = ADC(Pin(34))
temp_sensor.atten(ADC.ATTN_11DB)
water_pump = Pin(12, Pin.OUT)

while True:
    volts = temp_sensor.read() / 4095 * 3.3
    temperature = temp_sensor.read()
    print("Temperature:", temperature)

    sleep(600)
