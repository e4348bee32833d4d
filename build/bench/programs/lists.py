def smooth(n):
    readings = [0] * 16
    best = 0
    for i in range(n):
        readings[i % 16] = (i * 37) % 101
        mean = sum(readings) // len(readings)
        ordered = sorted(readings)
        best = max(best, ordered[8] - mean)
    return best


print("start")
print(smooth(25000))
