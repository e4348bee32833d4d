import time
from random import randint as random_randint

sleep = 2
time.sleep(sleep)
random = random_randint(1, 6)
randint = random
