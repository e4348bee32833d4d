# machine.idle, lightsleep, reset, time_pulse_us; micropython's own helpers.
import machine, micropython, gc, sys
from machine import Pin
from time import ticks_ms

@micropython.native
def double(x):
    return x * 2

@micropython.viper
def add(a: int, b: int) -> int:
    return a + b

from micropython import const
LIMIT = const(5)
print(double(LIMIT), add(2, 3))
micropython.alloc_emergency_exception_buf(100)
print(micropython.opt_level())
micropython.schedule(lambda x: print("scheduled", x), 3)
for i in range(3):
    pass
begun = ticks_ms()
machine.lightsleep(200)
print(ticks_ms() - begun)
machine.idle()
print(ticks_ms() - begun >= 200)
print(machine.time_pulse_us(Pin(4, Pin.IN, Pin.PULL_UP), 0, 500))
print(machine.time_pulse_us(Pin(4, Pin.IN, Pin.PULL_UP), 1, 500))
irq = machine.disable_irq()
machine.enable_irq(irq)
print(gc.isenabled(), gc.mem_alloc() > 0)
gc.collect()
machine.freq(240_000_000)
print(machine.freq())
machine.reset()
print("not reached")
