i = 0
while i < 5:
    i += 1
    if i == 2: continue
    if i == 4: break
    print('while', i)
else:
    print('not printed')
while i < 6: i += 1
else: print('while else', i)
for k in range(3): print(k, end=' ')
else: print('for else')
for k in range(10, 0, -3): print(k, end=' ')
print()
for a, (b, c) in [(1, (2, 3)), (4, (5, 6))]: print(a + b + c)
for ch in 'abc':
    for n in range(2):
        if n: break
    else:
        print('never')
    print(ch, n)
for n in range(0): print('nothing')
print(n)
for x in sorted({3, 1, 2}): print(x)
for k, v in {'a': 1}.items(): print(k, v)
for n in 1, 2, 3: print(n)
for n in [1, 2] + [3]: print(n)
for i, n in enumerate(range(5, 7)): print(i, n)
for n in range(len('abc')): print(n)
for n in range(*[1, 3]): print(n)
for n in (range(2)): print('bracketed', n)
for n in range(2,): print('comma', n)
n = 3
while (n := n - 1): print('countdown', n)
while True:
    n += 1
    if n > 3: break
print(n)
range_ = range
for n in range_(2): print(n)
