# machine.ADC (docs/library/machine.ADC.rst; the esp32's additions: docs/esp32/quickref.rst).

from _hw import (
    adc_atten,
    adc_channel,
    adc_configure,
    adc_read,
    adc_read_u16,
    adc_read_uv,
    adc_width,
    board_attenuations,
    board_text,
)
from machine.pin import gpio_of

_ESP32 = board_text("port") == "esp32"


class ADC:
    if _ESP32:
        WIDTH_9BIT = 9
        WIDTH_10BIT = 10
        WIDTH_11BIT = 11
        WIDTH_12BIT = 12
    else:
        CORE_TEMP = 4

    def __init__(self, id, *, sample_ns=0, atten=None):
        if _ESP32 or not isinstance(id, int):
            self._gpio = gpio_of(id)
        elif id == 4:
            raise NotImplementedError("ADC(4), the chip's own temperature sensor, is not simulated yet.")
        else:
            # A small number is a channel, a larger one a pin, as on the rp2.
            self._gpio = adc_channel(id) if id < 4 else gpio_of(id)
        adc_configure(self._gpio)
        if atten is not None:
            adc_atten(self._gpio, atten)

    def read_u16(self):
        return adc_read_u16(self._gpio)

    if _ESP32:

        def init(self, *, sample_ns=0, atten=None):
            if atten is not None:
                adc_atten(self._gpio, atten)

        def read(self):
            return adc_read(self._gpio)

        def read_uv(self):
            return adc_read_uv(self._gpio)

        def atten(self, value):
            adc_atten(self._gpio, value)

        def width(self, bits):
            adc_width(bits)

        def deinit(self):
            pass

    def __getattr__(self, name):
        if name in ("read", "read_uv", "atten", "width"):
            raise AttributeError("ADC." + name + "() does not exist on the Raspberry Pi Pico. Use read_u16(): it gives 0 to 65535.")
        raise AttributeError("'ADC' object has no attribute '" + name + "'")

    def __repr__(self):
        return "ADC(Pin(%d))" % self._gpio


for _pair in board_attenuations().split():
    _name, _value = _pair.split("=")
    setattr(ADC, _name, int(_value))
