# machine.RTC: the board's calendar, which is what `time` tells (docs/library/machine.RTC.rst). It wakes up at the port's first day.

import _hw


class RTC:
    def __init__(self, id=0):
        if id != 0:
            raise ValueError("RTC(" + str(id) + ") doesn't exist")

    def datetime(self, moment=None):
        import time

        if moment is None:
            year, month, day, hour, minute, second, weekday, _ = time.gmtime()
            # The rp2 has no parts of a second.
            part = _hw.nanoseconds_of_second() // 1000 if _hw.board_text("port") == "esp32" else 0
            return (year, month, day, weekday, hour, minute, second, part)
        year, month, day, _, hour, minute, second, _ = moment
        time._set(time.mktime((year, month, day, hour, minute, second, 0, 0)))


if _hw.board_text("port") == "esp32":
    RTC.init = RTC.datetime
