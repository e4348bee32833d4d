# asyncio on the virtual clock (docs/library/asyncio.rst). The loop sleeps until the next task is due or an interrupt handler has run.

from asyncio.core import (
    CancelledError,
    Loop,
    Task,
    TimeoutError,
    create_task,
    current_task,
    get_event_loop,
    new_event_loop,
    run,
    sleep,
    sleep_ms,
)
from asyncio.sync import Event, Lock, ThreadSafeFlag
from asyncio.combine import gather, wait_for, wait_for_ms


def _no_network(*args, **kwargs):
    raise NotImplementedError("asyncio's network streams are not simulated yet. Your program is fine: run it on a real board.")


open_connection = start_server = StreamReader = StreamWriter = _no_network
