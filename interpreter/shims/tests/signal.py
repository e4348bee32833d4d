#: wire board:GPIO4 board:GPIO5
from machine import Pin, Signal

wire = Pin(5, Pin.IN)
active_low = Signal(Pin(4, Pin.OUT), invert=True)
active_low.on()
print(wire.value(), active_low.value())
active_low.off()
print(wire.value(), active_low.value())
active_low(1)
print(wire(), active_low())
plain = Signal(4, Pin.OUT)
plain.on()
print(wire.value(), plain.value())
plain.value(0)
print(wire.value(), plain.value())
