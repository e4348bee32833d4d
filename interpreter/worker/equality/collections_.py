l = [3, 1, 2]; l.append(4); l.sort(); l.insert(0, 9); l[1:3] = [7]; del l[0]; l += [5]; print(l, l.pop(), l.index(3), l[::2])
t = 1, 2; a, *b = [1, 2, 3]; *c, d = 'xyz'; (e, f), g = (1, 2), 3
print(t, a, b, c, d, e, f, g, t + (3,), ())
d = {'a': 1}; d.update({'b': 2}); d['c'] = 3; del d['a']; print(sorted(d.items()), d.get('z', 0), 'b' in d, d.pop('b'), d.setdefault('n', 5))
s = {1, 2} | {3}; s.add(4); s.discard(1); print(sorted(s & {3, 4, 5}), sorted(s - {3}), frozenset([1]) <= {1})
from collections import namedtuple, OrderedDict, deque
P = namedtuple('P', ('x', 'y')); p = P(1, y=2); print(p.x, p, p._asdict() if hasattr(p, '_asdict') else '')
q = deque((), 3); q.append(1); q.append(2); print(q.popleft(), len(q))
b = bytearray(b'abc'); b[0] = 65; print(b, bytes([1, 2]), memoryview(b)[1:2][0])
x = y = z = []; x.append(1); print(z)
x, y = 1, 2; x, y = y, x; print(x, y)
m = [[0] * 2 for _ in range(2)]; m[0][1] = 5; print(m)
print(list(reversed([1, 2])), list(filter(None, [0, 1])), list(map(str, (1, 2))), dict(a=1))
