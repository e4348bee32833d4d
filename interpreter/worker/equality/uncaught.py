class Pump:
    def __init__(self, rate):
        self.rate = rate
    def run(self, seconds):
        return [
            self.rate / s
            for s in range(seconds, -1, -1)
        ]
def start():
    pump = Pump(3)
    result = (
        1 +
        len(pump.run(2)) +
        2
    )
    return result
print('before')
start()
