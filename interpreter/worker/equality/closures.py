def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return up, get
up, get = counter()
up(); up(5); print(get())
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
gs = [lambda i=i: i for i in range(3)]; print([g() for g in gs])
def make(n): return lambda x: x + n if x else make(n + 1)
print(make(1)(2), make(1)(0)(5))
def compose(*fs):
    def run(x):
        for f in fs: x = f(x)
        return x
    return run
print(compose(lambda x: x + 1, lambda x: x * 10)(1))
x = 'global'
def shadow():
    x = 'local'
    class K:
        y = x
        def m(self): return x
    return K.y, K().m()
print(shadow(), x)
