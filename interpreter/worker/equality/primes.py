def sieve(n):
    flags = bytearray(n + 1)
    found = []
    for i in range(2, n + 1):
        if flags[i]: continue
        found.append(i)
        for j in range(i * i, n + 1, i): flags[j] = 1
    return found
p = sieve(500)
print(len(p), p[-5:], sum(p))
def hanoi(n, a, b, c):
    if n == 0: return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
print(hanoi(8, 'a', 'b', 'c'))
memo = {}
def fib(n):
    if n in memo: return memo[n]
    memo[n] = r = n if n < 2 else fib(n - 1) + fib(n - 2)
    return r
print(fib(60))
m = [[(i * j) % 7 for j in range(8)] for i in range(8)]
t = [[sum(m[i][k] * m[k][j] for k in range(8)) for j in range(8)] for i in range(8)]
print(t[3], sum(map(sum, t)))
