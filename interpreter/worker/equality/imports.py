import math, sys as system
from math import sin, cos as c
from math import (
    pi,
    sqrt as root,
)
from collections import *
print(round(sin(0) + c(0) + pi, 3), root(9), system.maxsize > 0)
def lazy():
    import json
    return json.dumps([1, {'a': None}])
print(lazy())
try: import does_not_exist
except ImportError as e: print(e)
try: from math import nothing
except ImportError as e: print(e)
if True: import struct; print(struct.pack('<H', 258))
print(__name__)
