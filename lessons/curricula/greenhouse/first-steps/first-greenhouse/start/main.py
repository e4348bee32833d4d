from machine import ADC, Pin
from time import sleep

temp_sensor = ADC(Pin(34))
water_pump = Pin(12, Pin.OUT)

while True:
    # Step 2: read the sensor and print the temperature.

    # Step 3: switch the pump.

    sleep(600)
