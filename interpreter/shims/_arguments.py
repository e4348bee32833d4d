# Checks that a board's C code makes of its arguments.


def whole(value):
    if isinstance(value, int):
        return value
    raise TypeError("can't convert " + type(value).__name__ + " to int")


def number(value):
    if isinstance(value, (int, float)):
        return value
    raise TypeError("can't convert " + type(value).__name__ + " to float")
