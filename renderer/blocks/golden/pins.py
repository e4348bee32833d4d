from machine import Pin

led = Pin(2, Pin.OUT)
board_led = Pin('LED', Pin.OUT)
switch = Pin(4, Pin.IN)
button = Pin(14, Pin.IN, Pin.PULL_UP)
door = Pin(15, Pin.IN, Pin.PULL_DOWN)
bus = Pin(21, Pin.OPEN_DRAIN)
led.on()
led.off()
board_led.toggle()
led.value(button.value())
Pin(5, Pin.OUT).on()
led.toggle()
