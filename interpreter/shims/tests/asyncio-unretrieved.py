# The report of a task's error that nobody waits for, and the prompt that a task's error keeps.
import asyncio

async def sensor():
    await asyncio.sleep_ms(1)
    raise ValueError("no sensor")

async def main():
    asyncio.create_task(sensor())
    await asyncio.sleep_ms(5)
    print("main goes on")

asyncio.run(main())
