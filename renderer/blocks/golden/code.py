# A note
# in two lines
import gc
if gc.mem_free() < 1000:
    with open("log.txt") as log:
        text = """first
  second
"""  # kept
        print(log.read())
n = (a + b) * c
pass
