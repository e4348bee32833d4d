if True:
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

for down in range(10, 0, -1):
    pass

while not button.value() == 0:
    break

while False:
    pass

# for ever
while True:
    # nothing yet
    pass
