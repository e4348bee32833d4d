def kind(n):
    if n < 0: return 'negative'
    elif n == 0:
        return 'zero'
    elif n < 10 and (
        n % 2 == 0
    ):
        return 'small even'
    else:
        if n > 100: return 'large'
        return 'other'
for n in (-1, 0, 4, 5, 50, 500): print(n, kind(n))
x = 5
if x: pass
if not x: print('no')
else: print('yes')
if x > 1:  # comment
    # another

    print('blank lines')
if (y := x * 2) > 8: print('walrus', y)
if lambda: 0: print('a lambda is true')
if x if x > 3 else 0: print('conditional expression')
if x == 5 or \
   x == 6: print('continued')
if [v for v in (1, 2) if v > 1]: print('comprehension')
