# Sleeping costs exactly the virtual time asked for, and the tick counters follow it.
import time
import utime
from time import sleep, sleep_ms, sleep_us, ticks_ms, ticks_us, ticks_diff, ticks_add

def spent(call, *args):
    start = time.ticks_us()
    call(*args)
    return ticks_diff(time.ticks_us(), start) // 100 * 100

print(spent(sleep, 1), spent(sleep, 0.25), spent(sleep_ms, 30), spent(sleep_us, 500))
print(spent(sleep, 0), spent(sleep, -1), spent(sleep_ms, -5), spent(sleep_us, 0))
print(spent(sleep, 500))
for call, bad in ((sleep, "1"), (sleep, None), (sleep, [1]), (sleep_ms, "5"), (sleep_ms, 0.5), (sleep_us, 2.0)):
    try:
        call(bad)
    except TypeError as e:
        print("TypeError:", e)

# ticks wrap at 2**30
period = 1 << 30
print(ticks_diff(5, period - 5), ticks_diff(period - 5, 5), ticks_add(period - 1, 2))
print(type(ticks_ms()), 0 <= ticks_ms() < period, 0 <= ticks_us() < period, time.ticks_cpu() >= 0)
before = ticks_ms()
sleep(500_000)
sleep(573_500)
after = ticks_ms()
print(after < before, ticks_diff(ticks_add(ticks_add(ticks_add(before, 500_000_000), 500_000_000), 73_500_000), after) in (0, -1))

# calendar
print(time.localtime(0)[:3], time.gmtime(86400)[:3], len(time.localtime()))
print(time.mktime((2024, 2, 29, 12, 30, 15, 0, 0)) - time.mktime((2024, 2, 28, 12, 30, 15, 0, 0)))
stamp = time.mktime((2031, 12, 31, 23, 59, 58, 0, 0))
print(time.localtime(stamp), type(time.time()))
t = time.time()
ns = time.time_ns()
sleep(2)
print(time.time() - t, (time.time_ns() - ns) // 10**8)
print(utime is time, utime.sleep_ms is time.sleep_ms)
