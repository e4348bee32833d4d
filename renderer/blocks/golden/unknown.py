led.on()
pass  # unknown block: laser_fire
print(None)
