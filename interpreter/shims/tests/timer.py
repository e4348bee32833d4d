# Periodic and one-shot timers at exact instants; they go on after the last line.
from machine import Timer
from time import sleep, sleep_ms, ticks_ms

start = ticks_ms()
def at():
    return ticks_ms() - start

def refuses(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
        print("accepted")
    except Exception as e:
        print(type(e).__name__ + ":", e)

import sys
esp = sys.platform == "esp32"
def make(n):
    return Timer(n) if esp else Timer()

ticks = []
t = make(0)
t.init(period=100, mode=Timer.PERIODIC, callback=lambda timer: ticks.append((at(), timer is t)))
sleep(0.45)
t.deinit()
sleep(0.5)
print(ticks)

ticks.clear()
t.init(mode=Timer.ONE_SHOT, period=50, callback=lambda timer: ticks.append(at()))
begun = at()
sleep_ms(300)
print(len(ticks), ticks[0] - begun)

ticks.clear()
begun = at()
t.init(freq=20, callback=lambda timer: ticks.append(at() - begun))
sleep(0.22)
t.deinit()
print(ticks)

# A busy loop is interrupted as well.
ticks.clear()
t.init(period=10, callback=lambda timer: ticks.append(1))
begun = ticks_ms()
while ticks_ms() - begun < 105:
    pass
t.deinit()
print(len(ticks))

# Two timers in order, a handler that stops its own timer
order = []
a, b = make(1), make(2)
a.init(period=30, callback=lambda _: order.append("a"))
def once(timer):
    order.append("b")
    timer.deinit()
b.init(period=40, callback=once)
sleep_ms(100)
a.deinit()
print(order)

# An error in a handler is printed and the program goes on.
t.init(mode=Timer.ONE_SHOT, period=5, callback=lambda _: 1 / 0)
sleep_ms(20)
print("still here")

refuses(make(3).init, callback=print)
refuses(make(3).init, period=0, callback=print)
refuses(make(3).init, freq=0, callback=print)
refuses(make(3).init, period=1.5, callback=print)
refuses(make(3).init, period=100, callback=5)
slow = make(3)
refuses(slow.init, period=10**12, callback=print)
slow.deinit()
refuses(Timer, 7)
refuses(Timer)
refuses(Timer, -1)

left = [3]
def goodbye(timer):
    left[0] -= 1
    print("after the end", left[0])
    if left[0] == 0:
        timer.deinit()
make(0).init(period=1000, callback=goodbye)
print("end of main")
