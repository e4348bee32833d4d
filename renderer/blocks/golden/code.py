"""Shows what stands between the statements."""

# A note
# in two lines
import gc
from time import sleep as wait, ticks_ms

#tight note
if gc.mem_free() < 1000:  # little is left
    text = """first
  second
"""  # kept
    wait(0.5)
# of its own
"""A text that nobody reads."""
text[0]
