# What a board's firmware has done before main.py starts, and the runner that starts it.

import sys
import builtins
import _hw

_report = None


def _set_up():
    # The simulator's modules stand in for the ones that this MicroPython has for its own port.
    for name in ("time", "micropython", "machine"):
        sys.modules.pop(name, None)
        __import__(name)
    sys.modules["utime"] = sys.modules["time"]
    sys.modules["umachine"] = sys.modules["machine"]
    builtins.input = _input


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
