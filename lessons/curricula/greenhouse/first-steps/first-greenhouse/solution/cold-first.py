from machine import ADC, Pin
from time import sleep

temp_sensor = ADC(Pin(34))
temp_sensor.atten(ADC.ATTN_11DB)
water_pump = Pin(12, Pin.OUT)
water_pump.value(0)

while True:
    volts = temp_sensor.read() / 4095 * 3.3
    temperature = (volts - 0.5) / 0.01
    print("volts:", volts)
    print("degrees:", temperature)
    if temperature <= 30:
        water_pump.value(0)
    else:
        water_pump.value(1)
    sleep(300)
