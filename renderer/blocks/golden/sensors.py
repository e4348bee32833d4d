from dht import DHT11, DHT22
from machine import Pin, ADC, PWM

soil = ADC(Pin(34), atten=ADC.ATTN_11DB)
raw = soil.read_u16()
old = soil.read()
doubled = 2 * (soil.read_u16() * 3.3 / 65535)
air = DHT22(Pin(15))
room = DHT11(Pin(16))
air.measure()
print(air.temperature(), air.humidity())
lamp = PWM(Pin(25), freq=1000)
lamp.duty_u16(32768)
lamp.freq(440)
servo = PWM(Pin(13), freq=50)
servo.duty_u16(int(1638 + 90 * 6554 / 180))
servo.duty_u16(int(1638 + (angle + 5) * 6554 / 180))
