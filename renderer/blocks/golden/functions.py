import asyncio


def area(width, height=1, *rest, unit: str = 'm', **more) -> float:
    """How large it is."""
    return width * height


# Doubles a number.
def double(n):
    return n * 2


def stop():
    return


def numbers(n):
    global count
    for k in range(n):
        yield k
    yield
    yield from double(n)
    received = yield n


async def blink(lamp):
    await lamp.wait()
    async with lamp.lock:
        pass
    async for step in lamp:
        print(step)


class Plant(Thing, size=2):
    """Grows."""
    water = 0

    def __init__(self, name):
        self.name = name
        self.reset()

    @staticmethod
    def make():
        def inside():
            nonlocal_value = 1

            def deeper():
                nonlocal nonlocal_value
                nonlocal_value += 1

        return Plant('tomato')


class Empty:
    pass


plants = sorted(found, key=lambda plant: plant.name)
make()(1)
table['run'](*items, key=1, **options)
first = make().name
area(2, 3)
helper = lambda: None
asyncio.run(blink(lamp))
