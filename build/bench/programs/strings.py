def words(n):
    count = 0
    for i in range(n):
        text = "sensor %d: %s" % (i, "on" if i % 3 else "off")
        parts = text.split(" ")
        count += len(parts[0]) + len(",".join(parts))
    return count


print("start")
print(words(60000))
