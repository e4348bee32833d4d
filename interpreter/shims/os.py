# os: the program's own files, and what the board is (docs/library/os.rst).

import sys
import uos as _native
from random import getrandbits
from ucollections import namedtuple
from _files import as_on_board

_HIDDEN = (".pinlab", "dev", "home", "proc", "rom", "tmp")
_Uname = namedtuple("uname_result", ("sysname", "nodename", "release", "version", "machine"))

getcwd = _native.getcwd
chdir = as_on_board(_native.chdir)
mkdir = as_on_board(_native.mkdir)
remove = unlink = as_on_board(_native.remove)
rename = as_on_board(_native.rename)
rmdir = as_on_board(_native.rmdir)
stat = as_on_board(_native.stat)
statvfs = as_on_board(_native.statvfs)
mount = as_on_board(_native.mount)
umount = as_on_board(_native.umount)
_list = as_on_board(_native.ilistdir)


def ilistdir(path=""):
    at_root = path == "/" or (path in ("", ".") and getcwd() == "/")
    folder = path if path == "" or path.endswith("/") else path + "/"
    return iter([_sized(folder, *entry) for entry in _list(path) if not (at_root and entry[0] in _HIDDEN)])


def _sized(folder, name, kind, inode, *size):
    # A board's file systems tell sizes; the interpreter's own does not.
    if not size:
        size = (stat(folder + name)[6] if kind == 0x8000 else 0,)
    return (name, kind, inode) + size


def listdir(path=""):
    return [entry[0] for entry in ilistdir(path)]


def sync():
    pass


def urandom(n):
    return bytes(getrandbits(8) for _ in range(n))


def uname():
    release = ".".join(str(part) for part in sys.implementation[1][:3])
    return _Uname(sys.platform, sys.platform, release, "v" + release, sys.implementation._machine)
