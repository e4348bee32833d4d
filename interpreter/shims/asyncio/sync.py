# Event, Lock and ThreadSafeFlag.

from asyncio import core


class Event:
    def __init__(self):
        self._set = False
        self._waiters = core.Waiters()

    def is_set(self):
        return self._set

    def set(self):
        self._set = True
        self._waiters.wake_all()

    def clear(self):
        self._set = False

    def wait(self):
        if not self._set:
            yield from self._waiters.wait()
        return True


class ThreadSafeFlag:
    # May be set by an interrupt handler; waking clears it.
    def __init__(self):
        self._set = False
        self._waiters = core.Waiters()

    def set(self):
        self._set = True
        if self._waiters:
            self._waiters.wake_one()

    def clear(self):
        self._set = False

    def wait(self):
        if not self._set:
            yield from self._waiters.wait()
        self._set = False


class Lock:
    def __init__(self):
        self._locked = False
        self._heir = None  # the task that was given the lock and has not run yet
        self._waiters = core.Waiters()

    def locked(self):
        return self._locked

    def acquire(self):
        if self._locked:
            try:
                # The one that releases hands the lock over.
                yield from self._waiters.wait()
            except core.CancelledError:
                if self._heir is core.current_task():
                    self.release()
                raise
            self._heir = None
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock not acquired")
        self._heir = self._waiters.wake_one() if self._waiters else None
        self._locked = self._heir is not None

    async def __aenter__(self):
        return await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        self.release()
