# machine.Timer (docs/library/machine.Timer.rst).

from _arguments import whole
from _hw import board_text, timer_deinit, timer_init

_ESP32 = board_text("port") == "esp32"
_next_id = 1000


class Timer:
    ONE_SHOT = 0
    PERIODIC = 1

    def __init__(self, id=None, *, mode=PERIODIC, freq=-1, period=-1, callback=None, hard=False, tick_hz=1000):
        global _next_id
        if id is None or id == -1:
            if _ESP32 and id is None:
                raise TypeError("Timer on the ESP32 needs a number from 0 to 3, such as Timer(0)")
            self._id = _next_id
            _next_id += 1
        elif _ESP32 and 0 <= id <= 3:
            self._id = id
        else:
            raise ValueError("Timer doesn't exist" if not _ESP32 else "invalid Timer number: use 0 to 3")
        self._callback = None
        if freq != -1 or period != -1:
            self.init(mode=mode, freq=freq, period=period, callback=callback)

    def init(self, *, mode=PERIODIC, freq=-1, period=-1, callback=None, hard=False, tick_hz=1000):
        if freq != -1:
            if freq <= 0:
                raise ValueError("a Timer's freq must be greater than 0")
            period = 1000 / freq
        elif period == -1:
            raise ValueError("a Timer needs period (ms) or freq (Hz)")
        elif whole(period) <= 0:
            raise ValueError("a Timer's period must be greater than 0")
        else:
            period = period * 1000 / tick_hz
        if callback is not None and not callable(callback):
            raise TypeError("a Timer's callback must be a function: write its name without ()")
        self._callback = callback
        timer_init(self._id, period, mode == Timer.PERIODIC, callback, self)

    def deinit(self):
        timer_deinit(self._id)

    def __repr__(self):
        return "Timer(%d)" % self._id
