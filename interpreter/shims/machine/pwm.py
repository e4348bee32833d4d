# machine.PWM (docs/library/machine.PWM.rst; duty() as docs/esp32/quickref.rst has it).

from _hw import board_text, pwm_duty_ns, pwm_duty_u16, pwm_frequency, pwm_is_running, pwm_start, pwm_stop
from _arguments import whole
from machine.pin import gpio_of

_ESP32 = board_text("port") == "esp32"


class PWM:
    def __init__(self, dest, freq=None, duty=None, duty_u16=None, duty_ns=None, invert=False):
        self._gpio = gpio_of(dest)
        if _ESP32 and not pwm_is_running(self._gpio):
            # The esp32 starts at once, with 5 kHz and half duty.
            pwm_start(self._gpio, 5000 if freq is None else freq, 32768, -1)
        self.init(freq=freq, duty=duty, duty_u16=duty_u16, duty_ns=duty_ns, invert=invert)

    def init(self, *, freq=None, duty=None, duty_u16=None, duty_ns=None, invert=False):
        if invert:
            raise NotImplementedError("PWM's invert= is not simulated yet. Your program is fine: run it on a real board.")
        if duty is not None:
            duty_u16 = self._from_10_bits(duty)
        pwm_start(
            self._gpio,
            -1 if freq is None else _positive(freq, "freq"),
            -1 if duty_u16 is None else _positive(duty_u16, "duty_u16"),
            -1 if duty_ns is None else _positive(duty_ns, "duty_ns"),
        )

    def deinit(self):
        pwm_stop(self._gpio)

    def freq(self, value=None):
        if value is None:
            return pwm_frequency(self._gpio)
        pwm_start(self._gpio, _positive(value, "freq"), -1, -1)

    def duty_u16(self, value=None):
        if value is None:
            return pwm_duty_u16(self._gpio)
        pwm_start(self._gpio, -1, _positive(value, "duty_u16"), -1)

    def duty_ns(self, value=None):
        if value is None:
            return pwm_duty_ns(self._gpio)
        pwm_start(self._gpio, -1, -1, _positive(value, "duty_ns"))

    if _ESP32:

        def duty(self, value=None):
            if value is None:
                return pwm_duty_u16(self._gpio) >> 6
            pwm_start(self._gpio, -1, self._from_10_bits(value), -1)

    def _from_10_bits(self, value):
        if not _ESP32:
            raise TypeError("duty= does not exist on the Raspberry Pi Pico. Use duty_u16=: it goes from 0 to 65535.")
        if not 0 <= whole(value) <= 1023:
            raise ValueError("duty must be between 0 and 1023")
        return 65535 if value == 1023 else value << 6

    def __getattr__(self, name):
        if name == "duty":
            raise AttributeError("PWM.duty() does not exist on the Raspberry Pi Pico. Use duty_u16(): it goes from 0 to 65535.")
        raise AttributeError("'PWM' object has no attribute '" + name + "'")

    def __repr__(self):
        return "PWM(Pin(%d), freq=%d, duty_u16=%d)" % (self._gpio, self.freq(), self.duty_u16())


def _positive(value, name):
    # The bridge takes -1 for "as it is" and no more than 31 bits.
    if whole(value) < 0:
        raise ValueError(name + " must not be negative")
    return min(value, 0x3FFFFFFF)
