#: file boot.py "import time\nBOOTED = 'yes'\ndef helper():\n    return 'from boot'\nprint('boot', __name__)\n"
#: file pump.py "print('pump', __name__)\nimport lib_level\nFLOW = 3\n"
#: file lib/lib_level.py "LEVEL = 5\n"
# boot.py runs first, in the same globals; modules are found beside main.py and in lib.
print("main", __name__, BOOTED, helper(), time.ticks_ms() >= 0)
import pump
print(pump.FLOW, pump.lib_level.LEVEL)
try:
    print(machine.__name__)
except NameError as e:
    print("NameError:", e)
import sys
print(sys.platform, sys.implementation[0], sys.implementation._machine)
print(sorted(n for n in globals() if not n.startswith("__")))
