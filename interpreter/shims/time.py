# time: the virtual clock in MicroPython's shape (docs/library/time.rst).

import _hw
from _arguments import number, whole
from _hw import sleep_us as _sleep_us, ticks_ms, ticks_us, ticks_cpu, seconds as _seconds

# The interpreter's own calendar and tick arithmetic are as good as a board's.
import _native_time as _native

ticks_add = _native.ticks_add
ticks_diff = _native.ticks_diff

# (year in which a board without a set clock wakes up, seconds from 1970 to the port's epoch)
_WAKE = {"rp2": (1609459200, 0)}.get(_hw.board_text("port"), (946684800, 946684800))


# Seconds by which machine.RTC has set the clock on.
_set_on = 0


def sleep(seconds):
    _sleep_us(number(seconds) * 1e6)


def sleep_ms(ms):
    _sleep_us(whole(ms) * 1e3)


def sleep_us(us):
    _sleep_us(whole(us) * 1.0)


def time():
    return _WAKE[0] - _WAKE[1] + _seconds() + _set_on


def _set(seconds):
    global _set_on
    _set_on += seconds - time()


def time_ns():
    return time() * 1_000_000_000 + _hw.nanoseconds_of_second()


def gmtime(secs=None):
    return _native.gmtime((time() if secs is None else int(secs)) + _WAKE[1])


localtime = gmtime


def mktime(tuple):
    return _native.mktime(tuple) - _WAKE[1]
