empty = []
pins = [1, 2, 3]
point = (3, 4)
one = (1,)
pair = 1, 2
colors = {'red', 'green'}
ages = {'Ada': 36, 'Alan': 41}
merged = {**ages, 'Grace': 85}
all_pins = [*pins, 4]
squares = [n ** 2 for n in pins if n > 1]
table = {name: len(name) for name in ages}
letters = {c for word in words for c in word}
total = sum((n for n in pins))
print(pins[0], pins[1:], pins[:-1], pins[::2], pins[a:b:c], ages['Ada'])
