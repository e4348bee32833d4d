from machine import Pin
from time import sleep_ms


def blink(pin, times):
    for _ in range(times):
        pin.toggle()
        sleep_ms(200)


# Doubles a number.
def double(n):
    return n * 2


def stop():
    return


led = Pin(2, Pin.OUT)
blink(led, double(3))
stop()
