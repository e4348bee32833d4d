# A board at its prompt: runs code and files in globals that stay, and gives sys, os and vfs what a board's own firmware gives.

import builtins
import io
import os
import sys as _sys
import machine
import micropython
import uctypes
import ubinascii
import vfs as _vfs
import _boot
import _hw
from _files import as_on_board

_globals = {}
# Which files are opened to be run: none (0), those that are opened until told otherwise, or the next.
_ALL_FILES = 1
_NEXT_FILE = 2
_POLL = 3
_CLOSE = 4
_READABLE = 1
_WRITABLE = 4


class _Stdin(io.IOBase):
    def __init__(self, raw=False):
        self._raw = raw
        if not raw:
            self.buffer = _Stdin(True)

    def readinto(self, buffer, count=None):
        count = len(buffer) if count is None else min(count, len(buffer))
        _hw.stdin_into(uctypes.addressof(buffer), count, self._raw)
        return count

    def read(self, count=-1):
        if self._raw and count >= 0:
            buffer = bytearray(count)
            self.readinto(buffer)
            return bytes(buffer)
        text = b""
        while count != 0:
            text += self._character()
            count -= 1
        return text if self._raw else text.decode()

    def readline(self, limit=-1):
        line = b""
        while limit != 0 and not line.endswith(b"\n"):
            line += self._character()
            limit -= 1
        return line if self._raw else line.decode()

    def readlines(self):
        return list(self)

    def _character(self):
        text = bytearray(1)
        self.readinto(text)
        more = 0 if self._raw else (text[0] >= 0xC0) + (text[0] >= 0xE0) + (text[0] >= 0xF0)
        while more:
            rest = bytearray(1)
            self.readinto(rest)
            text += rest
            more -= 1
        return text

    def ioctl(self, request, argument):
        if request != _POLL:
            return 0
        ready = argument & _WRITABLE
        if argument & _READABLE and _hw.stdin_ready():
            ready |= _READABLE
        return ready

    def __iter__(self):
        return self

    def __next__(self):
        return self.readline()

    def fileno(self):
        return 0

    def close(self):
        pass


class _Stdout(io.IOBase):
    def __init__(self, native, raw=False):
        self._native = native
        self._raw = raw
        if not raw:
            self.buffer = _Stdout(native, True)

    def write(self, data, *rest):
        if not self._raw:
            return self._native.write(data, *rest)
        _hw.stdout_raw(True)
        try:
            return self._native.buffer.write(data, *rest)
        finally:
            _hw.stdout_raw(False)

    def ioctl(self, request, argument):
        return argument & _WRITABLE if request == _POLL else 0

    def flush(self):
        pass

    def fileno(self):
        return 1

    def close(self):
        pass


class _System:
    def __init__(self):
        self.stdin = _Stdin()
        self.stdout = self.stderr = _Stdout(_sys.stdout)

    def __getattr__(self, name):
        return getattr(_sys, name)

    def __repr__(self):
        return "<module 'sys'>"


class _Followed:
    # A file system of the program's own: modules that are imported from it are followed like all others.
    def __init__(self, files):
        self.files = files

    def __getattr__(self, name):
        return getattr(self.files, name)

    def open(self, path, mode):
        stream = self.files.open(path, mode)
        if not path.endswith(".py") or not _hw.opens_program():
            return stream
        text = _whole(stream)
        if hasattr(stream, "close"):
            stream.close()
        else:
            stream.ioctl(_CLOSE, 0)
        return io.BytesIO(_hw.followed(text.decode(), path).encode())


def _whole(stream):
    if not hasattr(stream, "readinto"):
        text = stream.read()
        return text.encode() if isinstance(text, str) else text
    whole = b""
    piece = bytearray(512)
    while True:
        count = stream.readinto(piece)
        if not count:
            return whole
        whole += piece[:count]


_mounted = []


def _mount(*args, **kwargs):
    # Without arguments it lists what is mounted.
    if args and not isinstance(args[0], (_vfs.VfsPosix, _vfs.VfsRom)):
        files = _Followed(args[0])
        _mounted.append(files)
        args = (files,) + args[1:]
    return _native_mount(*args, **kwargs)


def _umount(place):
    for known in _mounted:
        if known.files is place:
            place = known
    _native_umount(place)
    if place in _mounted:
        _mounted.remove(place)


class _VirtualFileSystems:
    def __getattr__(self, name):
        return getattr(_vfs, name)

    def __repr__(self):
        return "<module 'vfs'>"


_native_mount = as_on_board(_vfs.mount)
_native_umount = as_on_board(_vfs.umount)


def _open(*args, **kwargs):
    _hw.opening_data(True)
    try:
        return _native_open(*args, **kwargs)
    finally:
        _hw.opening_data(False)


# Attributes of builtins are the interpreter's own; names without it are what a board's firmware has made of them.
_native_open = open
_native_import = _boot.import_module


def _following(call, mode):
    # The file that it opens is opened to be run.
    def wrapped(*args, **kwargs):
        before = _hw.importing(mode)
        try:
            return call(*args, **kwargs)
        finally:
            _hw.importing(before)

    return wrapped


_native_execfile = execfile
_execfile = _following(execfile, _NEXT_FILE)


def set_up(scope):
    global _globals
    _globals = scope
    builtins.open = io.open = _open
    builtins.__import__ = _following(_native_import, _ALL_FILES)
    builtins.execfile = _execfile
    modules = _sys.modules
    modules["sys"] = _System()
    modules["uos"] = os
    modules["binascii"] = ubinascii
    modules["vfs"] = vfs = _VirtualFileSystems()
    os.mount = vfs.mount = _mount
    os.umount = vfs.umount = _umount
    machine.reset = _hw.board_reset
    micropython.kbd_intr = _hw.kbd_intr
    for name in _boot.imports.split():
        try:
            scope[name] = __import__(name)
        except ImportError:
            pass


def run(path):
    return _ended(_native_execfile, path, _globals)


def run_file(path):
    return _ended(_execfile, path, _globals)


def run_line(source):
    return _ended(_execute_line, source)


def _execute_line(source):
    exec(compile(source, "<stdin>", "single"), _globals)


def _ended(call, *args):
    try:
        call(*args)
        _hw.checkpoint()
        return "finished"
    except SystemExit:
        return "exit"
    except BaseException as error:
        # A full heap has no room for the report.
        _hw.allow_report()
        _hw.report_begin()
        _sys.print_exception(error)
        _hw.report_end()
        _hw.end_report()
        return "raised"


def refuses(path):
    try:
        with _native_open(path) as file:
            compile(file.read(), "", "exec")
    except SyntaxError:
        return True
    except Exception:
        pass
    return False
