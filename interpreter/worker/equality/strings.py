s = 'single'; d = "double"; t = '''triple
'quotes' "inside"
'''
print(s, d, t, sep='|')
print(s[0], s[-1], s[1:4], s[::-1], s * 2, 'in' in s, len(t))
print(r'raw\n', b'bytes\x00', 'esc\t\\\'', "\u00e9\N{DEGREE SIGN}" if False else "\u00e9")
name, n = 'pump', 3.14159
print(f'{name}: {n:.2f} {n!r} {len(name) + 1} {{}}', '%s=%d' % (name, 7), '{:>6}|{x}'.format('r', x=1))
print('a,b,c'.split(','), '-'.join(['x', 'y']), ' pad '.strip(), 'abc'.replace('b', 'B'), 'Abc'.upper())
print('implicit ' 'concatenation '
      'over lines')
x = 'continued \
string'
print(x)
"""an expression that is a string"""
print('héllo wörld ☃', len('☃'))  # comment with ünïcode
