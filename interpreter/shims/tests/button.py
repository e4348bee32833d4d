#: part push-button btn
#: wire board:GPIO4 btn:1
#: wire board:GND btn:2
#: set btn.pressed true 1s
#: set btn.pressed false 1500ms
#: set btn.pressed true 3s
#: limit 5s
# A person's button, by interrupt, while main sleeps and after it has ended.
from machine import Pin
from time import sleep, ticks_ms

def pressed(pin):
    print("irq at", ticks_ms(), "value", pin.value())

button = Pin(4, Pin.IN, Pin.PULL_UP)
button.irq(pressed, Pin.IRQ_FALLING | Pin.IRQ_RISING)
print("first", button.value())
sleep(2)
print("slept until", ticks_ms() // 10 * 10)
