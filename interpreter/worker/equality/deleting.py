x = 1; y = [1, 2, 3]; z = {'a': 1}
del x
try: print(x)
except NameError as e: print(e)
del y[0], z['a']
print(y, z)
del (y)
def f():
    a = 1
    del a
    try: return a
    except NameError as e: return 'unbound'
print(f())
pass
...
Ellipsis
1; 'x'; None
print(... is Ellipsis)
a = b = c = 3; a: int = 4; print(a, b, c)
assert a == 4
assert (a, 'message')
