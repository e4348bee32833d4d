from time import sleep, sleep_ms, ticks_diff, ticks_ms

start = ticks_ms()
sleep(0.5)
sleep_ms(20)
print(ticks_diff(ticks_ms(), start))
