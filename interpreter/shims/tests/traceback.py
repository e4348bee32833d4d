#: file helper.py "def fail():\n    raise ValueError('in a module')\n"
# What a program sees of its own tracebacks: its files as they are called.
import sys, helper
try:
    helper.fail()
except ValueError as e:
    sys.print_exception(e)
try:
    import missing_module
except ImportError as e:
    sys.print_exception(e)
try:
    open("missing.txt")
except OSError as e:
    print(e, e.errno)
print(__name__, helper.__file__)
