import micropython
from micropython import const
def twice(f):
    def wrapped(*args, **kwargs):
        f(*args, **kwargs)
        return f(*args, **kwargs)
    return wrapped
def times(n):
    def decorate(f):
        def wrapped(*a):
            for _ in range(n): f(*a)
        return wrapped
    return decorate
@twice
def hello(n): print('hello', n)
hello(1)
@times(2)
@twice
def hi(): print('hi')
hi()
class A:
    @staticmethod
    def s(): return 's'
    @twice
    def m(self): print('m'); return 3
print(A.s(), A().m())
WIDTH = const(8)
_HIDDEN = const(1 << 3)
print(WIDTH, _HIDDEN)
