count = 0
count += 1
count -= 1
größe = count
nothing = None
a = b = 5
first, *rest = values
values[0], self.level = 1, 2
limit: int = 30
later: str
values[1] *= 2
del values[0], größe

while (line := read()):
    print(line)


def reset():
    global count, größe
    count = 0
