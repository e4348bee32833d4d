# fails: prints-temperature
# earns: forgot-loop
from machine import ADC, Pin
from time import sleep

temp_sensor = ADC(Pin(34))
temp_sensor.atten(ADC.ATTN_11DB)

volts = temp_sensor.read() / 4095 * 3.3
print("Temperature:", (volts - 0.5) * 100)
sleep(600)
