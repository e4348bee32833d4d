from machine import ADC, Pin
import time

sensor = ADC(Pin(34), atten=ADC.ATTN_11DB)
pump = Pin(12, Pin.OUT)

while True:
    volts = sensor.read_u16() * 3.3 / 65535
    celsius = 100 * volts - 50
    print("It is {:.1f} C".format(celsius))
    pump.value(1 if celsius > 30 else 0)
    time.sleep(600)
