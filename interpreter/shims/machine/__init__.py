# machine: the board's peripherals (docs/library/machine.rst). Each class lives in a file of its own.

import _hw
from machine.pin import Pin
from machine.signal import Signal
from machine.adc import ADC
from machine.pwm import PWM
from machine.timer import Timer
from machine.rtc import RTC

PWRON_RESET = 1
WDT_RESET = 3

_UNIQUE_ID = b"PINLAB01"
_frequency = _hw.board_frequency()


def freq(hz=None):
    global _frequency
    if hz is None:
        return _frequency
    # The number is kept; a statement goes on to cost the same.
    _frequency = hz


def unique_id():
    text = _hw.unique_id()
    return _UNIQUE_ID if text is None else bytes(int(text[i : i + 2], 16) for i in range(0, len(text), 2))


def reset_cause():
    return PWRON_RESET


def idle():
    _hw.wait_us(1000.0)


def lightsleep(time_ms=None):
    _hw.wait_us(86_400_000_000.0 if time_ms is None else time_ms * 1e3)


def reset():
    raise SystemExit


soft_reset = reset


def disable_irq():
    return True


def enable_irq(state=True):
    pass


def time_pulse_us(pin, pulse_level, timeout_us=1000000):
    # Level changes are followed in steps of 1 us, as the port's own busy loop does.
    from _hw import pin_read, sleep_us, ticks_us
    from time import ticks_diff

    gpio = pin._gpio
    start = ticks_us()
    while pin_read(gpio) != pulse_level:
        if ticks_diff(ticks_us(), start) >= timeout_us:
            return -2
        sleep_us(1.0)
    start = ticks_us()
    while pin_read(gpio) == pulse_level:
        if ticks_diff(ticks_us(), start) >= timeout_us:
            return -1
        sleep_us(1.0)
    return ticks_diff(ticks_us(), start)


def _missing(name):
    class Missing:
        def __init__(self, *args, **kwargs):
            raise NotImplementedError(
                "machine." + name + " is not simulated yet. Your program is fine: run it on a real board."
            )

    return Missing


I2C = _missing("I2C")
SoftI2C = _missing("SoftI2C")
SPI = _missing("SPI")
SoftSPI = _missing("SoftSPI")
UART = _missing("UART")
I2S = _missing("I2S")
WDT = _missing("WDT")
if _hw.board_text("port") == "esp32":
    DAC = _missing("DAC")
    TouchPad = _missing("TouchPad")
    ADCBlock = _missing("ADCBlock")
    SDCard = _missing("SDCard")
    Counter = _missing("Counter")
    Encoder = _missing("Encoder")
