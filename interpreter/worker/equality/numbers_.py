import math
print(1.1 + 2.2, 1e308 * 10, -1e308 * 10, 0.1 + 0.2 == 0.3, 5 // 2.0, 7.5 % 2)
print(int('ff', 16), int(-3.9), float('1.5'), complex(1, 2) * 1j, hex(255), bin(5), oct(8), chr(97), ord('b'))
print(math.floor(-1.5), math.ceil(1.2), math.sqrt(2), math.pi)
big = 123456789 ** 5; print(big, big % 97, -big >> 3, big & 0xffff)
for i in range(3): big //= 12345
print(big)
print(round(2.5), round(3.5), round(-0.5), 10 ** -2, True + True, bool([]), None is None)
n = 27; steps = 0
while n != 1: n = n * 3 + 1 if n % 2 else n // 2; steps += 1
print(steps)
x = 0.0
for _ in range(100): x += 0.1
print(x, '%.3f' % x, '{:08.3f}'.format(x))
