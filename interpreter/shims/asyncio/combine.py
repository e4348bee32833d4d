# Waiting for several tasks, or for one with a time limit.

from asyncio import core


def _as_task(awaitable):
    return awaitable if isinstance(awaitable, core.Task) else core.create_task(awaitable)


class _Gathering:
    # What a task waits for that gathers others: any of them being done.
    def __init__(self, tasks):
        self._tasks = tasks

    def remove(self, task):
        for each in self._tasks:
            if task in each._waiters:
                each._waiters.remove(task)

    def wait(self):
        me = core.current_task()
        for each in self._tasks:
            if not each._done and me not in each._waiters:
                each._waiters.append(me)
        me._waiting = self
        yield


def _failed(tasks):
    for each in tasks:
        if each._error is not None:
            return each._error


async def gather(*awaitables, return_exceptions=False):
    tasks = [_as_task(each) for each in awaitables]
    waiting = _Gathering(tasks)
    try:
        while not all(each._done for each in tasks):
            if not return_exceptions and _failed(tasks):
                break
            await waiting.wait()
    except core.CancelledError:
        # The one that gathers was cancelled: so are the others.
        for each in tasks:
            each.cancel()
        raise
    error = None if return_exceptions else _failed(tasks)
    if error is not None:
        # The others go on by themselves.
        waiting.remove(core.current_task())
        raise error
    return [each._result if each._error is None else each._error for each in tasks]


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
