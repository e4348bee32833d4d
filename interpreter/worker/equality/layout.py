# A comment first


x = (1 +   # inside
     2)

def f(
    a,
    b=(3,
       4),
):

    # comment before the body
    """Docstring after a comment."""

    return [
        a,

        b,
    ]
print(f(x))
if True:
	y = 1
	if y:
		print('tabs')
for i in range(2): print(i); print('same line'); continue
def g(): x = 1; y = 2; return x + y
print(g()); print('semicolon');
class C: x = 1; y = 2
print(C.x + C.y)
a = 1; b = 2 \
    + 3; c = a + b
print(c)
d = {
    'k': [1,
          2],
    'f': lambda x: (
        x + 1
    ),
}
print(d['f'](1), d['k'])
if 1:
    pass; print('after pass')
z = """multi
line""" + 'x'; print(z)
def ends_without_newline(): return 'last'
print(ends_without_newline(), end='\n') # no line end follows
print('really the last')