if ready:
    pass
if x < 0:
    print('less')
elif x == 0:
    print('zero')
elif x == 1:
    print('one')
else:
    print('more')

for _ in range(3):
    for i in range(10):
        print(i)

for k in range(2, 10):
    if k == 5:
        continue
    pass

for down in range(10, 0, -1):
    pass

for key, value in pairs:
    print(key, value)
else:
    print('none left')

while not ready:
    break

while x < 10:
    x += 1
else:
    x = 0

# for ever
while True:
    # nothing yet
    pass
