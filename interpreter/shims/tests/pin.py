#: wire board:GPIO4 board:GPIO5
#: wire board:GPIO12 board:GPIO13
# Modes, pulls, levels and edges; GPIO4 and GPIO5 are joined by a wire, so are GPIO12 and GPIO13.
from machine import Pin

def refuses(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
        print("accepted")
    except Exception as e:
        print(type(e).__name__ + ":", e)

out = Pin(4, Pin.OUT)
inp = Pin(5, Pin.IN)
print(out.value(), inp.value())
out.value(1)
print(out.value(), inp.value(), out(), inp())
out(0)
print(inp())
out.on()
print(inp.value())
out.off()
print(inp.value())
out.toggle()
print(inp.value())
out.toggle()
print(inp.value())
out.value("yes")
print(inp.value(), out.value([]), inp.value())

# The first level is there at once.
print(Pin(4, Pin.OUT, value=1).value(), inp.value())
out.init(Pin.IN)
up = Pin(5, Pin.IN, Pin.PULL_UP)
print(up.value(), out.value())
up.init(Pin.IN, Pin.PULL_DOWN)
print(up.value(), out.value())
up.init(pull=Pin.PULL_UP)
print(up.value())

# Open drain: 1 lets go.
drain = Pin(12, Pin.OPEN_DRAIN, Pin.PULL_UP)
sense = Pin(13, Pin.IN)
drain(0)
print(sense())
drain(1)
print(sense())

# The object keeps no level of its own: two objects are one pin.
a = Pin(12, Pin.OUT)
b = Pin(12)
a(1)
print(b(), sense())
print(Pin(a).value(), Pin("GPIO12").value())

# Edges of a program's own output
seen = []
sense.irq(lambda p: seen.append(("both", p.value())))
a(0); a(1); a(1); a(0)
print(seen)
seen.clear()
sense.irq(handler=lambda p: seen.append(("rise", p is sense)), trigger=Pin.IRQ_RISING)
a(1); a(0); a(1)
print(seen)
seen.clear()
irq = sense.irq(lambda p: seen.append("fall"), Pin.IRQ_FALLING)
a(0); a(1)
print(seen, irq.trigger() == Pin.IRQ_FALLING)
sense.irq(None)
a(0); a(1)
print(seen)
sense.irq(handler=None)
refuses(sense.irq, lambda p: 0, 0)
refuses(sense.irq, 5)

refuses(Pin, 99)
refuses(Pin, -1)
refuses(Pin, "X9")
refuses(Pin, None)
refuses(Pin, 4.0)
refuses(Pin, 10**12)
refuses(Pin, 4, 77)
refuses(Pin, 4, Pin.IN, 9)
refuses(lambda: out.brightness)
refuses(lambda: out.high())
refuses(lambda: out.low())
print(out, Pin.OUT != Pin.IN)
