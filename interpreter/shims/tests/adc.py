#: part potentiometer pot
#: wire board:3V3 pot:VCC
#: wire board:GND pot:GND
#: wire board:GPIO26 pot:SIG
#: set pot.position 50 0s
#: set pot.position 25 1s
#: set pot.position 100 2s
# A potentiometer at half, a quarter and the top on GPIO26, which has an ADC on both boards.
from machine import ADC, Pin
from time import sleep

adc = ADC(Pin(26))

def refuses(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ":", e)

for _ in range(3):
    refuses(adc.read_u16)
    refuses(lambda: adc.read())
    refuses(lambda: adc.read_uv())
    sleep(1)

refuses(lambda: adc.atten(3))
refuses(lambda: adc.read_u16())
refuses(lambda: adc.width(9))
refuses(lambda: adc.volts)
refuses(ADC, 27)
refuses(ADC, 5)
refuses(ADC, 1)
refuses(ADC, Pin(2))
refuses(ADC, 99)
refuses(ADC, 4)
refuses(ADC, None)
refuses(ADC, -1)
refuses(ADC, 10**12)
refuses(lambda: adc.atten(10**12))
print(adc)
print(sorted(n for n in dir(ADC) if n.isupper() or n[:5] == "ATTN_"))
