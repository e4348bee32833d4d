def bubble(l):
    l = l[:]
    n = len(l)
    while n:
        new = 0
        for i in range(1, n):
            if l[i - 1] > l[i]: l[i - 1], l[i] = l[i], l[i - 1]; new = i
        n = new
    return l
def quick(l): return l if len(l) < 2 else quick([x for x in l[1:] if x < l[0]]) + [l[0]] + quick([x for x in l[1:] if x >= l[0]])
seed = 42
def rnd():
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return seed >> 16
data = [rnd() % 100 for _ in range(30)]
print(bubble(data) == sorted(data) == quick(data), data[:5])
text = 'the cat sat on the mat the end'
words = {}
for w in text.split(): words[w] = words.get(w, 0) + 1
for w, n in sorted(words.items(), key=lambda kv: (-kv[1], kv[0])): print(w, n)
