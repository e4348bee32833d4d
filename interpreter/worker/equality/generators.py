def count(n):
    i = 0
    while i < n:
        got = yield i
        if got: print('got', got)
        i += 1
    return 'end'
print(list(count(3)))
g = count(3); print(next(g), g.send('hi'), next(g))
try: next(g)
except StopIteration as e: print('stopped', e.value)
def delegate():
    result = yield from count(2)
    print('result', result)
    yield from [7, 8]
    yield
    x = yield 9
    yield x
print(list(delegate()))
def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print('closed')
c = cleanup(); next(c); c.close()
def throws():
    try: yield 1
    except ValueError: yield 'caught'
t = throws(); next(t); print(t.throw(ValueError))
print(sum(x * x for x in range(5)), list(x for x in 'ab'))
def empty():
    return
    yield
print(list(empty()))
def infinite():
    n = 0
    while True: yield n; n += 1
for v in infinite():
    if v > 2: break
print(v)
def tree(n):
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(3)))
