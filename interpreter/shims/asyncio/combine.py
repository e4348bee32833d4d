# Waiting for several tasks, or for one with a time limit.

from asyncio import core


def _as_task(awaitable):
    return awaitable if isinstance(awaitable, core.Task) else core.create_task(awaitable)


async def gather(*awaitables, return_exceptions=False):
    tasks = [_as_task(each) for each in awaitables]
    results = []
    for task in tasks:
        try:
            results.append(await task)
        except core.CancelledError as error:
            if not task.done():
                # The one that gathers was cancelled: so are the others.
                for each in tasks:
                    each.cancel()
                raise
            if not return_exceptions:
                raise
            results.append(error)
        except Exception as error:
            if not return_exceptions:
                raise
            results.append(error)
    return results


async def wait_for_ms(awaitable, timeout):
    return await wait_for(awaitable, timeout, core.sleep_ms)


async def wait_for(awaitable, timeout, sleep=core.sleep):
    task = _as_task(awaitable)
    if timeout is None:
        return await task
    timed_out = []

    async def limit():
        await sleep(timeout)
        timed_out.append(True)
        task.cancel()

    timer = core.create_task(limit())
    try:
        return await task
    except core.CancelledError:
        if timed_out:
            raise core.TimeoutError
        raise
    finally:
        timer.cancel()
