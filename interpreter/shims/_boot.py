# What a board's firmware has done before main.py starts, and the runner that starts it.

import sys
import builtins
import uos
import _hw
from _files import as_on_board

_native_import = __import__


def _set_up():
    # The interpreter wakes up in the read-only file system that these modules come from.
    uos.chdir("/")
    # The simulator's modules stand in for the ones that this MicroPython has for its own port.
    for name in ("time", "machine"):
        sys.modules.pop(name, None)
        __import__(name)
    sys.modules["micropython"] = __import__("_micropython")
    sys.modules["utime"] = sys.modules["time"]
    sys.modules["umachine"] = sys.modules["machine"]
    builtins.input = _input
    builtins.open = as_on_board(open)
    builtins.__import__ = import_module


def import_module(name, *rest):
    # Boards have no JavaScript.
    if name == "js" or name == "jsffi":
        raise ImportError("no module named '" + name + "'")
    return _native_import(name, *rest)


def _input(prompt=""):
    print(prompt, end="")
    line = _hw.read_line()
    if line is None:
        raise EOFError("there is no more input")
    return line


def run(folder, names, imports):
    scope = {"__name__": "__main__"}
    for name in imports.split():
        try:
            scope[name] = __import__(name)
        except ImportError:
            pass
    try:
        for name in names.split():
            execfile(folder + name, scope)
        _hw.background()
    except SystemExit:
        pass
    except BaseException as error:
        # A full heap has no room for the report.
        _hw.allow_report()
        _hw.report_begin()
        sys.print_exception(error)
        _hw.report_end()


_set_up()
