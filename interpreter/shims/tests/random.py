#: seed 7
# The same seed of the run gives the same numbers; a seed of the program's own does too.
import random
import os

print([random.randint(1, 6) for _ in range(10)])
print(random.getrandbits(16), random.randrange(100), random.choice("abc"), round(random.random(), 6), round(random.uniform(2, 3), 6))
print(list(os.urandom(4)))
random.seed(1)
first = [random.randint(0, 999) for _ in range(5)]
random.seed(1)
print(first == [random.randint(0, 999) for _ in range(5)], first)
random.seed()
print([random.randint(0, 999) for _ in range(5)])
