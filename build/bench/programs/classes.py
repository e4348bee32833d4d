class Filter:
    def __init__(self, weight):
        self.weight = weight
        self.value = 0

    def add(self, sample):
        self.value += (sample - self.value) * self.weight // 16
        return self.value


class Alarm(Filter):
    def check(self, sample, limit):
        value = self.add(sample)
        return value > limit


print("start")
alarm = Alarm(3)
hits = 0
for i in range(100000):
    if alarm.check(i % 500, 250):
        hits += 1
print(hits)
