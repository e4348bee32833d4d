def f(values):
    for i in range(len(values)):
        if values[i] > 2 and \
           values[i + 1]:
            pass
        while values[i] < 3:
            values[i] += 1
        with open('nothing') as g:
            pass
f([1, 2, 3, 4])
