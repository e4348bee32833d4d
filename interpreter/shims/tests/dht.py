#: part dht22 air
#: wire board:3V3 air:VCC
#: wire board:GND air:GND
#: wire board:GPIO15 air:DATA
#: set air.temperature -4.5 3s
#: set air.humidity 81.2 3s
# Wired to GPIO15.
import dht
from machine import Pin
from time import sleep

sensor = dht.DHT22(Pin(15))
print(sensor.temperature(), sensor.humidity())
sensor.measure()
print("%.1f %.1f" % (sensor.temperature(), sensor.humidity()))
sleep(4)
sensor.measure()
print("%.1f %.1f" % (sensor.temperature(), sensor.humidity()))
try:
    dht.DHT22(Pin(14)).measure()
except OSError as e:
    print("OSError", e)
try:
    dht.DHT22(Pin(99))
except ValueError as e:
    print("ValueError")
print(isinstance(sensor, dht.DHTBase))
