# micropython: the interpreter's own module, with what it leaves out (docs/library/micropython.rst).

from _native_micropython import *
from _native_micropython import const


def alloc_emergency_exception_buf(size):
    # Handlers run between statements here, where memory can be had.
    pass
