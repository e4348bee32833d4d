a, b = 17, 5
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** b, -a, +b, ~a)
print(a & b, a | b, a ^ b, a << 3, a >> 1, 2 ** 100, -7 // 2, -7 % 3)
a += 1; a -= 2; a *= 3; a //= 2; a %= 7; a **= 2; a <<= 2; a >>= 1; a |= 8; a &= 12; a ^= 5
print(a)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0, 1 is 1, not 0, 1 and 2, 0 or 3, 1 if a else 2)
print(0x1F, 0b101, 0o17, 1_000_000, 1e3, .5, 5., 1.5e-3)
print(divmod(17, 5), abs(-3), round(2.567, 2), min(3, 1, 2), max([4, 9, 2]), sum(range(10)))
