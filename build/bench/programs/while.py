def count(n):
    i = 0
    odd = 0
    while i < n:
        if i % 2:
            odd += 1
        i += 1
    return odd


print("start")
print(count(400000))
