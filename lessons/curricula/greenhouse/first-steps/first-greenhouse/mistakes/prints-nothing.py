# fails: prints-temperature
# earns: prints-nothing
from machine import ADC, Pin
from time import sleep

temp_sensor = ADC(Pin(34))
temp_sensor.atten(ADC.ATTN_11DB)

while True:
    volts = temp_sensor.read() / 4095 * 3.3
    temperature = (volts - 0.5) * 100
    print("Temperature:")
    sleep(600)
