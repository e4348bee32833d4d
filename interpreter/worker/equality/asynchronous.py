async def sub(x):
    return x * 2
async def main():
    """Docstring."""
    a = await sub(2)
    b = await sub(await sub(1)) if a else 0
    async with Ctx() as c: print('with', c)
    async for i in Aiter(): print('item', i)
    else: print('done')
    try:
        await fail()
    except ValueError as e: print('caught', e)
    finally: print('finally')
    return a + b
async def fail(): raise ValueError('f')
class Ctx:
    async def __aenter__(self): return 'entered'
    async def __aexit__(self, *a): print('exited')
class Aiter:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
c = main()
try:
    while True: c.send(None)
except StopIteration as e: print('result', e.value)
