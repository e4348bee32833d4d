total = 0
print("start")
for i in range(400000):
    total += i & 7
print(total)
