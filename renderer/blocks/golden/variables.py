count = 0
count += 1
größe = count
nothing = None


def reset():
    global count, größe
    count = 0
