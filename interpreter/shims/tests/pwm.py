# Frequency and duty in every form, and where the two boards differ.
from machine import PWM, Pin

def refuses(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)

pwm = PWM(Pin(15))
print(pwm.freq(), pwm.duty_u16())
pwm.freq(1000)
pwm.duty_u16(16384)
print(pwm.freq(), pwm.duty_u16(), pwm.duty_ns())
pwm.duty_ns(500_000)
print(pwm.duty_u16(), pwm.duty_ns())
pwm.init(freq=50, duty_u16=3277)
print(pwm.freq(), pwm.duty_u16(), pwm.duty_ns())
print(PWM(Pin(14), freq=200, duty_u16=65535).duty_u16())
print(PWM(13, 440, duty_ns=100).duty_ns())
refuses(lambda: pwm.duty(512))
refuses(lambda: pwm.duty())
refuses(PWM, Pin(12), freq=1000, duty=1023)
refuses(lambda: pwm.duty(1024))
refuses(pwm.freq, 0)
refuses(pwm.freq, 100_000_000)
refuses(pwm.duty_u16, 70000)
refuses(pwm.duty_u16, -1)
refuses(pwm.duty_ns, 10**9)
refuses(lambda: pwm.volume)
refuses(PWM, Pin(99))
print(pwm)
pwm.deinit()
led = Pin(15, Pin.OUT)
led.on()
print(led.value())
