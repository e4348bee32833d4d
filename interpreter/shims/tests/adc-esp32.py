#: boards esp32_devkit
#: part potentiometer pot
#: wire board:3V3 pot:VCC
#: wire board:GND pot:GND
#: wire board:GPIO34 pot:SIG
#: set pot.position 50 0s
# The ESP32's own ADC methods: attenuation, width, microvolts.
from machine import ADC, Pin

adc = ADC(Pin(34), atten=ADC.ATTN_11DB)
print(adc.read(), adc.read_u16(), adc.read_uv())
for atten in (ADC.ATTN_0DB, ADC.ATTN_2_5DB, ADC.ATTN_6DB, ADC.ATTN_11DB):
    adc.atten(atten)
    print(atten, adc.read(), adc.read_u16(), adc.read_uv())
adc.width(ADC.WIDTH_9BIT)
print(adc.read())
adc.width(ADC.WIDTH_12BIT)
print(adc.read())
adc.init(atten=ADC.ATTN_0DB)
print(adc.read())
for bad in (lambda: adc.atten(7), lambda: adc.width(13), lambda: adc.width(8), lambda: ADC(Pin(34), atten=9)):
    try:
        bad()
    except ValueError as e:
        print("ValueError:", e)
