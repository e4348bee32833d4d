class Part:
    """Docstring of a class."""
    count = 0
    def __init__(self, name):
        Part.count += 1
        self.name = name
    def __repr__(self): return 'Part(%r)' % self.name
    def __eq__(self, other): return self.name == other.name
    def __len__(self): return len(self.name)
    def __getitem__(self, i): return self.name[i]
    def __call__(self, x): return x * 2
    def __add__(self, o): return Part(self.name + o.name)
    def __iter__(self):
        for c in self.name: yield c
    def __contains__(self, c): return c in self.name
    @property
    def upper(self):
        return self.name.upper()
    @staticmethod
    def make(): return Part('made')
    @classmethod
    def named(cls, n): return cls(n)
class Led(Part):
    def __init__(self, color='red'):
        super().__init__('led')
        self.color = color
    def __getattr__(self, name): return 'no ' + name
class Empty: pass
class Const: A = 1; B = A + 1
l = Led()
print(l, l.color, l.brightness, len(l), l[0], l(4), l + l, list(l), 'e' in l, l.upper)
print(Part.make(), Led.named('green').color, Part.count, l == Part('led'), isinstance(l, Part), Const.B)
e = Empty(); e.x = 5; setattr(e, 'y', 6); print(e.x, e.y, hasattr(e, 'z')); del e.x; print(hasattr(e, 'x'))
class WithBody:
    for i in range(3):
        if i == 1: first = i
    def m(self):
        class Inner:
            v = 3
        return Inner.v
print(WithBody.first, WithBody().m())
