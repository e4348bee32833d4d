from random import randint

print(x - y - z, x - (y - z), (x + y) * z, x * y + z)
print((x ** y) ** z, x ** y ** z, (-2) ** -1, -x ** 2, -(x + y))
print(x / (y * z), x // y, x % y)
print(5.0, 0x1F, 1_000, -3)
print((x < y or y >= z) and not x != z)
print(x and y or y and z, x and (y and z))
print((x < y) == True, not (x and y), None)
print(randint(1, 6), round(x), round(x / 3, 2))
print(abs(x - y), min(x, y, z), max(x, y))
print(int('12'), float(x), str(x), bool(x))
