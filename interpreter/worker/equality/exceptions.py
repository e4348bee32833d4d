import sys
class Dry(Exception):
    pass
def check(f):
    try:
        f()
    except (ValueError, KeyError) as e:
        print('value or key', repr(e))
    except Dry: print('dry')
    except Exception as e:
        print('other', type(e).__name__, e)
        return 'returned'
    else:
        print('fine')
    finally:
        print('finally')
def raising(e): raise e
print(check(lambda: 1), check(lambda: raising(ValueError('v'))), check(lambda: {}['k']))
print(check(lambda: raising(Dry)), check(lambda: 1 / 0))
def nested():
    try:
        try: raise ValueError('inner')
        finally: print('cleanup')
    except ValueError as e:
        raise KeyError('outer') from e
try: nested()
except KeyError as e: print('got', e)
def in_finally():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return 'from try'
        finally:
            print('f', i)
print(in_finally())
try:
    raise
except RuntimeError as e:
    print('no active exception')
try:
    assert 1 == 2, 'unequal'
except AssertionError as e: print(e)
try:
    x = undefined_name
except NameError as e: print(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise
except ZeroDivisionError as e:
    sys.print_exception(e)
def deep(n):
    if n == 0: raise OSError(2)
    deep(n - 1)
try:
    deep(3)
except OSError as e:
    sys.print_exception(e)
