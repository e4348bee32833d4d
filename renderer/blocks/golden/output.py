print()
print('Hello')
print("it's", 'say "hi"', 'both \' and "', 'back\\slash', sep='', end='\n')
name = input('Your name? ')
line = input()
print(f'Hello {name}!')
print(f'{a + 1} of {b}')
print(f'{value:>{width}.2f} {data["k"]!r}')
data = b'\x00\x01'
pattern = r'\d+'
print('')
