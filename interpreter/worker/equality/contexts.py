class Managed:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name
    def __exit__(self, kind, error, trace):
        print('exit', self.name, kind.__name__ if kind else None)
        return self.swallow
with Managed('a') as a: print(a)
with Managed('b') as b, Managed('c') as c:
    print(b, c)
with Managed('d', True):
    raise ValueError
print('after')
try:
    with Managed('e'):
        with Managed('f') as f:
            1 / 0
except ZeroDivisionError: print('out')
def returns():
    with Managed('g') as g:
        return g
print(returns())
for i in range(3):
    with Managed(i):
        if i == 0: continue
        if i == 1: break
with (Managed('h')) as h: pass
with Managed(
    'i',
    swallow=True,
) as i:
    print('many lines')
pair = [None]
class Holder: pass
holder = Holder()
with Managed('j') as holder.name:
    print(holder.name, pair)
