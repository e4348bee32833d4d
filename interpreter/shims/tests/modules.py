# The names programs import: present ones, old ones, and what those that are missing say.
import sys
for name in ("machine", "time", "utime", "asyncio", "uasyncio", "random", "urandom", "json", "ujson", "os", "uos", "sys", "usys", "math",
             "struct", "ustruct", "collections", "ucollections", "re", "ure", "io", "uio", "errno", "uerrno", "binascii", "ubinascii",
             "hashlib", "uhashlib", "heapq", "uheapq", "select", "uselect", "gc", "micropython", "dht", "umachine", "array", "cmath",
             "uctypes", "framebuf", "deflate", "platform", "functools", "itertools", "copy", "string", "datetime"):
    try:
        __import__(name)
    except ImportError as e:
        print(name, "ImportError:", e)
for name in ("network", "neopixel", "bluetooth", "socket", "_thread", "esp32", "rp2", "onewire", "ntptime", "urequests", "nonsense"):
    try:
        __import__(name)
        print(name, "imported")
    except ImportError as e:
        print(name, "ImportError:", e)
import machine
for name in ("I2C", "SPI", "UART", "WDT", "DAC", "TouchPad", "Nonsense"):
    try:
        getattr(machine, name)(0)
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(machine.freq(), len(machine.unique_id()), machine.reset_cause() == machine.PWRON_RESET)
