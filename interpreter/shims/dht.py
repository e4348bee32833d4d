# dht: DHT11 and DHT22 sensors (docs/esp8266/quickref.rst, "DHT driver").

from _hw import dht_read
from errno import ETIMEDOUT
from machine import Pin


class DHTBase:
    def __init__(self, pin):
        self.pin = pin if isinstance(pin, Pin) else Pin(pin)
        self.buf = bytearray(5)

    def measure(self):
        answer = dht_read(self.pin._gpio)
        if answer is None:
            raise OSError(ETIMEDOUT, "no answer from a DHT sensor on this pin: look at its wires")
        for i, byte in enumerate(answer.split()):
            self.buf[i] = int(byte)
        if sum(self.buf[:4]) & 0xFF != self.buf[4]:
            raise Exception("checksum error")


class DHT11(DHTBase):
    def humidity(self):
        return self.buf[0]

    def temperature(self):
        return self.buf[2]


class DHT22(DHTBase):
    def humidity(self):
        return (self.buf[0] << 8 | self.buf[1]) * 0.1

    def temperature(self):
        value = ((self.buf[2] & 0x7F) << 8 | self.buf[3]) * 0.1
        return -value if self.buf[2] & 0x80 else value
