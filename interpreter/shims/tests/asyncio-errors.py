# Exceptions through tasks and gather, cancellation, time limits.
import asyncio
from time import ticks_ms

start = 0
def at():
    return ticks_ms() - start

async def fails(after):
    await asyncio.sleep_ms(after)
    raise ValueError("failed after %d" % after)

async def patient(name, ms=10_000):
    try:
        await asyncio.sleep_ms(ms)
        return name
    except asyncio.CancelledError:
        print(name, "was cancelled at", at())
        raise
    finally:
        print(name, "cleans up")

async def main():
    global start
    start = ticks_ms()
    t = asyncio.create_task(fails(10))
    try:
        await t
    except ValueError as e:
        print("caught", e, at(), t.done())
    try:
        await t
    except ValueError as e:
        print("again", e)
    try:
        await asyncio.gather(fails(5), patient("p", 20))
    except ValueError as e:
        print("gather:", e, at())
    await asyncio.sleep_ms(50)
    print(await asyncio.gather(fails(5), patient("q", 20), return_exceptions=True))

    # The one that fails is not the first.
    begun = at()
    try:
        await asyncio.gather(patient("long", 30), fails(5))
    except ValueError as e:
        print("gather:", e, at() - begun)
    await asyncio.sleep_ms(50)
    print(await asyncio.gather(patient("m", 20), fails(5), fails(6), return_exceptions=True), at() - begun)
    again = asyncio.create_task(patient("n", 5))
    print(await asyncio.gather(again, again), await asyncio.gather(again))
    cancelled = asyncio.create_task(patient("o"))
    async def cancels():
        await asyncio.sleep_ms(2)
        cancelled.cancel()
    try:
        await asyncio.gather(cancels(), cancelled)
    except asyncio.CancelledError:
        print("one was cancelled")

    t = asyncio.create_task(patient("r"))
    await asyncio.sleep_ms(7)
    print(t.cancel())
    try:
        await t
    except asyncio.CancelledError:
        print("r is cancelled", t.done(), t.cancel())
    t = asyncio.create_task(patient("never begun"))
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled before it began")

    begun = at()
    try:
        await asyncio.wait_for(patient("s"), 0.5)
    except asyncio.TimeoutError as e:
        print("timed out", repr(e), at() - begun)
    print(await asyncio.wait_for(patient("t", 100), 1), at() - begun)
    print(await asyncio.wait_for_ms(patient("u", 10), 1000))
    try:
        await asyncio.wait_for_ms(patient("v"), 30)
    except asyncio.TimeoutError:
        print("timed out")
    print(await asyncio.wait_for(patient("w", 10), None))
    try:
        await asyncio.wait_for(fails(1), 1)
    except ValueError as e:
        print("through:", e)

    # A task that refuses
    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("no")
        return "finished anyway"
    t = asyncio.create_task(stubborn())
    await asyncio.sleep_ms(1)
    t.cancel()
    print(await t)

    # Cancelling the one that waits cancels what it waits for
    inner = asyncio.create_task(patient("inner"))
    async def wait():
        await inner
    waiting = asyncio.create_task(wait())
    await asyncio.sleep_ms(1)
    waiting.cancel()
    try:
        await waiting
    except asyncio.CancelledError:
        print("both", inner.done())

    async def gathers():
        await asyncio.gather(patient("g1"), patient("g2"))
    t = asyncio.create_task(gathers())
    await asyncio.sleep_ms(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("gather cancelled")

    try:
        asyncio.current_task().cancel()
    except RuntimeError as e:
        print("RuntimeError:", e)

    # Nobody waits for these.
    asyncio.get_event_loop().set_exception_handler(lambda loop, context: print("handler:", context["message"], context["exception"]))
    asyncio.create_task(fails(1))
    await asyncio.sleep_ms(5)
    asyncio.get_event_loop().set_exception_handler(None)
    raise OSError(5)

try:
    asyncio.run(main())
except OSError as e:
    print("out of run:", e.errno)
print(issubclass(asyncio.CancelledError, Exception), issubclass(asyncio.TimeoutError, Exception))

async def bad():
    await nothing()
asyncio.run(bad())
