print([x for x in range(5)], [x * y for x in range(3) for y in range(3) if x != y])
print({x: x * x for x in range(3)}, sorted({x % 3 for x in range(9)}))
print([[j for j in range(i)] for i in range(4)], [a if a else 'z' for a in (0, 1)])
m = [[1, 2], [3, 4]]
print([row[i] for i in range(2) for row in m], list(zip(*m)))
print([
    x
    for x in range(10)
    if x % 2
    if x > 3
])
print([y := 1, y ** 2], [(lambda n: n + x)(1) for x in range(3)])
print(any(x > 2 for x in range(4)), all([x for x in (1, 2)]))
x = 'kept'
l = [x for x in range(3)]
print(x)
