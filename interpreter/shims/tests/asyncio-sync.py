#: wire board:GPIO4 board:GPIO5
# Event, Lock and ThreadSafeFlag, the flag set by a Timer and by a pin.
import asyncio
from machine import Pin, Timer
from time import ticks_ms

start = ticks_ms()
def at():
    return ticks_ms() - start

async def events():
    event = asyncio.Event()
    async def waits(name):
        print(name, await event.wait(), at())
    tasks = [asyncio.create_task(waits(n)) for n in "ab"]
    print(event.is_set())
    await asyncio.sleep_ms(10)
    event.set()
    await asyncio.gather(*tasks)
    print(event.is_set(), await event.wait())
    event.clear()
    try:
        await asyncio.wait_for_ms(event.wait(), 5)
    except asyncio.TimeoutError:
        print("not set in time")
    event.set()
    await event.wait()

async def locks():
    lock = asyncio.Lock()
    async def worker(name):
        async with lock:
            print(name, "has it", lock.locked())
            await asyncio.sleep_ms(10)
        print(name, "gave it back")
    await asyncio.gather(*[worker(n) for n in "xyz"])
    print(lock.locked())
    await lock.acquire()
    waiter = asyncio.create_task(worker("w"))
    await asyncio.sleep_ms(1)
    waiter.cancel()
    await asyncio.sleep_ms(1)
    lock.release()
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print("RuntimeError:", e)
    try:
        async with lock:
            raise ValueError("inside")
    except ValueError as e:
        print(e, lock.locked())
    # Cancelled in the same instant in which it was given the lock
    await lock.acquire()
    t = asyncio.create_task(worker("u"))
    await asyncio.sleep_ms(1)
    lock.release()
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", lock.locked())
    # Handed on to the next in the queue
    await lock.acquire()
    t, v = asyncio.create_task(worker("t")), asyncio.create_task(worker("v"))
    await asyncio.sleep_ms(1)
    lock.release()
    t.cancel()
    await v
    print(lock.locked())

async def flags():
    flag = asyncio.ThreadSafeFlag()
    timer = Timer(0) if Pin.IRQ_RISING == 1 else Timer()
    begun = at()
    timer.init(mode=Timer.ONE_SHOT, period=250, callback=lambda t: flag.set())
    await flag.wait()
    print("timer", at() - begun)
    out, inp = Pin(4, Pin.OUT), Pin(5, Pin.IN)
    inp.irq(lambda p: flag.set(), Pin.IRQ_RISING)
    async def press():
        await asyncio.sleep_ms(20)
        out(1)
    asyncio.create_task(press())
    begun = at()
    await flag.wait()
    print("pin", at() - begun)
    flag.set()
    await flag.wait()
    flag.set()
    flag.clear()
    try:
        await asyncio.wait_for_ms(flag.wait(), 10)
    except asyncio.TimeoutError:
        print("was cleared")
    # Other tasks run meanwhile, and timers beat in between.
    beats = []
    timer.init(period=30, callback=lambda t: beats.append(at() - begun))
    begun = at()
    await asyncio.sleep_ms(100)
    timer.deinit()
    print(beats)

asyncio.run(events())
asyncio.run(locks())
asyncio.run(flags())
print(hasattr(asyncio, "Queue"))
try:
    asyncio.open_connection("x", 1)
except NotImplementedError as e:
    print(e)
