# run, create_task, gather, current_task, awaiting a task twice; everything at exact virtual instants.
import asyncio
import uasyncio
from time import ticks_ms, ticks_diff

start = ticks_ms()
def at():
    return ticks_diff(ticks_ms(), start)

def begin():
    global start
    start = ticks_ms()

async def blink(name, period, times):
    for i in range(times):
        print(at(), name, i)
        await asyncio.sleep_ms(period)
    return name + " done"

async def main():
    begin()
    a = asyncio.create_task(blink("a", 100, 4))
    b = asyncio.create_task(blink("b", 150, 3))
    print(await a, at())
    print(await a, await b, at())
    print(await asyncio.gather(blink("c", 20, 2), blink("d", 10, 1), asyncio.sleep_ms(5)), at())
    print(await asyncio.gather())
    await asyncio.sleep(0.5)
    await asyncio.sleep(0)
    await asyncio.sleep_ms(0)
    print(at())
    print(asyncio.current_task() is asyncio.current_task(), a.done(), type(asyncio.current_task()).__name__)
    return 42

print(asyncio.run(main()))
print(uasyncio is asyncio)

# Tasks that wait for the same instant run in the order in which they began to wait.
async def order():
    async def one(n, ms):
        await asyncio.sleep_ms(ms)
        print("woke", n)
    await asyncio.gather(*[one(n, ms) for n, ms in enumerate((30, 10, 20, 10, 0, 30))])
asyncio.run(order())

# A task that is not awaited stops with the main one.
async def short():
    asyncio.create_task(blink("never ends", 10, 1000))
    await asyncio.sleep_ms(15)
asyncio.run(short())

for wrong in (lambda: asyncio.create_task(blink), lambda: asyncio.run(blink), lambda: asyncio.current_task(), lambda: asyncio.run(3)):
    try:
        wrong()
        print("accepted")
    except Exception as e:
        print(type(e).__name__ + ":", e)

# Values through several levels, generators, default arguments
async def inner(x):
    await asyncio.sleep_ms(1)
    return x * 2
async def outer(x):
    return await inner(x) + await inner(1)
print(asyncio.run(outer(20)))

class Counter:
    def __init__(self, n):
        self.n = n
    def __aiter__(self):
        return self
    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep_ms(1)
        return self.n
async def looping():
    async for i in Counter(3):
        print("counter", i)
asyncio.run(looping())

loop = asyncio.get_event_loop()
print(loop.run_until_complete(inner(5)))
async def stopper():
    await asyncio.sleep_ms(20)
    loop.stop()
loop.create_task(stopper())
loop.run_forever()
print("stopped")
asyncio.new_event_loop()
