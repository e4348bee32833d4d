# machine.Pin (docs/library/machine.Pin.rst).

from _hw import pin_configure, pin_irq, pin_latch, pin_name, pin_read, pin_resolve, pin_write, board_text

_ESP32 = board_text("port") == "esp32"
_IN, _OUT, _OPEN_DRAIN = (1, 3, 7) if _ESP32 else (0, 1, 2)
_PULL_UP, _PULL_DOWN = (2, 1) if _ESP32 else (1, 2)
_RISING, _FALLING = (1, 2) if _ESP32 else (8, 4)

# The simulator's numbers for them.
_MODES = {_IN: 0, _OUT: 1, _OPEN_DRAIN: 2}
_PULLS = {None: 0, -1: 0, _PULL_UP: 1, _PULL_DOWN: 2}

# Names that only the other port has, and what does the same here.
_ELSEWHERE = {"low": "pin.off()", "high": "pin.on()"} if _ESP32 else {}


def gpio_of(id):
    # GPIO number of a Pin, a number or a name.
    if isinstance(id, Pin):
        return id._gpio
    if isinstance(id, str):
        return pin_resolve(id)
    if isinstance(id, int) and not isinstance(id, bool):
        # Larger numbers do not pass the bridge whole.
        return pin_resolve(id if -1000 < id < 1000 else str(id))
    raise TypeError("a pin is named by its GPIO number or its name, not by " + repr(id))


class Pin:
    IN = _IN
    OUT = _OUT
    OPEN_DRAIN = _OPEN_DRAIN
    PULL_UP = _PULL_UP
    PULL_DOWN = _PULL_DOWN
    IRQ_RISING = _RISING
    IRQ_FALLING = _FALLING

    def __init__(self, id, mode=-1, pull=-1, *, value=None, drive=0, alt=-1, hold=None):
        self._gpio = gpio_of(id)
        self._mode = -1
        self._pull = None
        if mode != -1 or pull not in (-1, None) or value is not None:
            self.init(mode, pull, value=value)

    def init(self, mode=-1, pull=-1, *, value=None, drive=0, alt=-1, hold=None):
        if mode not in (-1, None):
            if mode not in _MODES:
                raise ValueError("invalid pin mode: " + str(mode))
            self._mode = mode
        elif self._mode == -1:
            self._mode = _IN
        if pull != -1:
            if pull not in _PULLS:
                raise ValueError("invalid pin pull: " + str(pull))
            self._pull = pull
        level = -1 if value is None else (1 if value else 0)
        pin_configure(self._gpio, _MODES[self._mode], _PULLS[self._pull], level)

    def value(self, x=None):
        if x is None:
            return pin_read(self._gpio)
        pin_write(self._gpio, 1 if x else 0)

    __call__ = value

    def on(self):
        pin_write(self._gpio, 1)

    def off(self):
        pin_write(self._gpio, 0)

    def toggle(self):
        pin_write(self._gpio, 1 - pin_latch(self._gpio))

    if not _ESP32:

        def high(self):
            pin_write(self._gpio, 1)

        def low(self):
            pin_write(self._gpio, 0)

    def irq(self, handler=None, trigger=_RISING | _FALLING, *, priority=1, wake=None, hard=False):
        edges = (1 if trigger & _RISING else 0) | (2 if trigger & _FALLING else 0)
        if handler is not None and not callable(handler):
            raise TypeError("handler must be a function: write its name without ()")
        if handler is not None and not edges:
            raise ValueError("trigger must be Pin.IRQ_RISING, Pin.IRQ_FALLING or both")
        pin_irq(self._gpio, edges, handler, self)
        return _Irq(self, trigger)

    def __getattr__(self, name):
        use = _ELSEWHERE.get(name)
        if use:
            raise AttributeError("Pin." + name + "() does not exist on the ESP32. Use " + use + ".")
        raise AttributeError("'Pin' object has no attribute '" + name + "'")

    def __repr__(self):
        if _ESP32:
            return "Pin(%d)" % self._gpio
        mode = {_IN: "IN", _OUT: "OUT", _OPEN_DRAIN: "OPEN_DRAIN"}.get(self._mode, "ALT")
        pull = {_PULL_UP: ", pull=PULL_UP", _PULL_DOWN: ", pull=PULL_DOWN"}.get(self._pull, "")
        return "Pin(%s, mode=%s%s)" % (pin_name(self._gpio), mode, pull)


class _Irq:
    def __init__(self, pin, trigger):
        self._pin = pin
        self._trigger = trigger

    def trigger(self):
        return self._trigger

    def __call__(self):
        pass
