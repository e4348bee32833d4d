# The old name of asyncio.

from asyncio import *
