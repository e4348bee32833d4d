def f(a, b=2, *args, c, d=4, **kw):
    """A docstring."""
    return a, b, args, c, d, kw
print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6))
def one(): return 1
def nothing(): pass
def early(x):
    if x: return
    print('late')
print(one(), nothing(), early(1), early(0))
def annotated(a: int, b: 'str' = 'x') -> float: return a
print(annotated(3))
count: int = 5
text: str
print(count)
def outer():
    n = 0
    def inner():
        nonlocal n
        n += 1
        return n
    inner(); inner()
    return n
print(outer())
total = 0
def add(x):
    global total
    total += x
add(3); add(4)
print(total)
square = lambda x: x * x
print(square(5), (lambda *a, **k: (a, k))(1, y=2), list(map(lambda x: x + 1, [1, 2])))
print(sorted([(2, 'b'), (1, 'c')], key=lambda p: p[1]))
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(20), f.__name__)
def default(x=[]): x.append(1); return x
print(default(), default())
print(*[1, 2], **{'sep': '-'})
