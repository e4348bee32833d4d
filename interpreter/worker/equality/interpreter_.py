r = []
exec('r.append(1)\nfor i in range(2): r.append(i)')
print(r, eval('1 + 2 * len(r)'))
s = {'v': 5}
exec('v += 1', s); print(s['v'])
print([type(x).__name__ for x in (1, 1.0, 's', b'', [], {}, (), None, print, lambda: 0)])
print(callable(len), isinstance(True, int), id(r) == id(r), hash('a') == hash('a'))
print(globals()['__name__'], sorted(k for k in locals() if k in ('r', 's')))
print(getattr([], 'append') is not None, dir([])[0] != '')
it = iter([1, 2]); print(next(it), next(it), next(it, 'default'))
print(' '.join(str(x) for x in zip('ab', range(2))))
