# Tasks and the loop that runs them.

from heapq import heappop, heappush
from sys import print_exception
from _hw import seconds, nanoseconds_of_second, wait_us


class CancelledError(BaseException):
    pass


class TimeoutError(Exception):
    pass


# Entries are (due in ms, number, task). An entry whose number is not its task's is out of date.
_queue = []
_number = 0
_current = None
_handler = None


def now_ms():
    return seconds() * 1000 + nanoseconds_of_second() // 1000000


def wake_at(task, due):
    global _number
    _number += 1
    task._ticket = _number
    heappush(_queue, (due, _number, task))


def wake(task):
    task._waiting = None
    wake_at(task, now_ms())


class Task:
    def __init__(self, coro):
        self.coro = coro
        self._ticket = 0
        self._waiting = None  # the Waiters or Task it waits for
        self._thrown = None
        self._waiters = []
        self._done = False
        self._result = None
        self._error = None

    def done(self):
        return self._done

    def cancel(self):
        if self._done:
            return False
        if self is _current:
            raise RuntimeError("can't cancel self")
        task = self
        while isinstance(task._waiting, Task):
            task = task._waiting
        if task._waiting is not None:
            task._waiting.remove(task)
        task._thrown = CancelledError()
        wake(task)
        return True

    def __iter__(self):
        # Each one that waits is woken when the task is done.
        if not self._done:
            self._waiters.append(_current)
            _current._waiting = self
            yield
        if self._error is not None:
            raise self._error
        return self._result

    def __await__(self):
        return self.__iter__()

    def _finish(self, result, error):
        self._done = True
        self._result = result
        self._error = error
        waiters, self._waiters = self._waiters, []
        for task in waiters:
            wake(task)
        return bool(waiters)


class Waiters:
    # Tasks that wait for something that is not a task.
    def __init__(self):
        self._tasks = []

    def __bool__(self):
        return bool(self._tasks)

    def remove(self, task):
        self._tasks.remove(task)

    def wait(self):
        self._tasks.append(_current)
        _current._waiting = self
        yield

    def wake_one(self):
        task = self._tasks.pop(0)
        wake(task)
        return task

    def wake_all(self):
        while self._tasks:
            self.wake_one()


def create_task(coro):
    if not hasattr(coro, "send"):
        raise TypeError("coroutine expected: call the async function, as in create_task(blink())")
    task = Task(coro)
    wake_at(task, now_ms())
    return task


def current_task():
    if _current is None:
        raise RuntimeError("no running event loop")
    return _current


def sleep_ms(ms):
    wake_at(_current, now_ms() + max(0, int(ms)))
    yield


def sleep(seconds):
    return sleep_ms(int(seconds * 1000))


def _step(task):
    # Runs a task up to its next wait. Answers an error that nobody waits for.
    global _current
    _current = task
    error, task._thrown = task._thrown, None
    try:
        if error is None:
            task.coro.send(None)
        else:
            task.coro.throw(error)
        return None
    except StopIteration as stop:
        task._finish(stop.value, None)
        return None
    except CancelledError as cancelled:
        task._finish(None, cancelled)
        return None
    except Exception as failure:
        return None if task._finish(None, failure) else failure
    finally:
        _current = None


def _next_task():
    while True:
        while _queue and _queue[0][2]._ticket != _queue[0][1]:
            heappop(_queue)
        wait = _queue[0][0] - now_ms() if _queue else 86400000
        if wait <= 0:
            return heappop(_queue)[2]
        wait_us(wait * 1000.0)


def run_until_complete(main):
    if not isinstance(main, Task):
        main = create_task(main)
    while True:
        task = _next_task()
        error = _step(task)
        if main._done:
            if main._error is not None:
                raise main._error
            return main._result
        if error is not None:
            context = {"message": "Task exception wasn't retrieved", "exception": error, "future": task}
            (_handler or Loop.default_exception_handler)(Loop, context)


def run(coro):
    return run_until_complete(create_task(coro))


class Loop:
    create_task = staticmethod(create_task)
    run_until_complete = staticmethod(run_until_complete)

    @staticmethod
    def run_forever():
        main = create_task(_forever())
        Loop._main = main
        try:
            run_until_complete(main)
        except CancelledError:
            pass

    @staticmethod
    def stop():
        Loop._main._thrown = CancelledError()
        wake(Loop._main)

    @staticmethod
    def close():
        pass

    @staticmethod
    def set_exception_handler(handler):
        global _handler
        _handler = handler

    @staticmethod
    def get_exception_handler():
        return _handler

    @staticmethod
    def default_exception_handler(loop, context):
        print(context["message"])
        print("future:", context["future"], "coro=", context["future"].coro)
        print_exception(context["exception"])

    @staticmethod
    def call_exception_handler(context):
        (_handler or Loop.default_exception_handler)(Loop, context)


def _forever():
    while True:
        yield from sleep_ms(86400000)


def get_event_loop(runq_len=0, waitq_len=0):
    return Loop


def new_event_loop():
    global _handler
    _queue.clear()
    _handler = None
    return Loop
