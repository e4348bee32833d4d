from machine import Pin
import time

led = Pin(2, Pin.OUT)


def blink(n):
    for i in range(n):
        led.on()
        time.sleep_ms(5)
        led.off()
        time.sleep_ms(5)


print("start")
blink(8000)
print("done")
