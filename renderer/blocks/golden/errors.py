try:
    check(value)
except OSError:
    print('no file')
except (ValueError, KeyError) as error:
    raise RuntimeError('bad value') from error
except:
    raise
else:
    print('fine')
finally:
    close()
assert x > 0, 'too small'
assert y
with open('log.txt') as log, lock:
    log.write('started')
