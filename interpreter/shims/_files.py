# Gives file errors the numbers that a board gives them; this interpreter's own port counts otherwise.

_BOARD_ERRNO = {8: 9, 20: 17, 28: 22, 31: 21, 44: 2, 54: 20, 55: 39, 63: 1}


def as_on_board(call):
    def wrapped(*args, **kwargs):
        try:
            return call(*args, **kwargs)
        except OSError as error:
            number = error.errno
        raise OSError(_BOARD_ERRNO.get(number, number))

    return wrapped
