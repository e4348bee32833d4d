#: boards esp32_devkit
# Pins 34 to 39 of the ESP32 can only be read and have no pulls; a floating pin says so.
from machine import Pin

def refuses(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
        print("accepted")
    except Exception as e:
        print(type(e).__name__ + ":", e)

refuses(Pin, 34, Pin.OUT)
refuses(Pin, 39, Pin.OPEN_DRAIN)
refuses(Pin, 36, Pin.IN)
refuses(Pin, 36, Pin.IN, Pin.PULL_UP)
refuses(Pin, 24)
refuses(Pin, "D2", Pin.OUT)
p = Pin(35, Pin.IN)
print(p.value() in (0, 1))
