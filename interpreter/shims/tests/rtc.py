# The calendar: read, set, and seen by time.

import time
from machine import RTC

rtc = RTC()
print(rtc.datetime()[:7], time.gmtime()[:6])
rtc.datetime((2026, 3, 14, 5, 15, 9, 26, 0))
print(rtc.datetime()[:7], time.gmtime()[:7])
time.sleep(60)
print(rtc.datetime()[:7])
before = time.ticks_ms()
rtc.datetime((2020, 1, 1, 2, 0, 0, 0, 0))
print(time.localtime()[:6], time.ticks_diff(time.ticks_ms(), before) < 10)
try:
    RTC(1)
except ValueError as error:
    print(error)
print(hasattr(rtc, "init"))
