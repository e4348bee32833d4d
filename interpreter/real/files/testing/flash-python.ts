/**
 * The flash of the board for tests, as a MicroPython file system over the interpreter's own. It keeps a budget of accesses that change
 * it, after which the power is gone: what was changed before stays. Numbers of errors are those of boards.
 */

export const FLASH = `
import builtins, os, vfs, io
_ERRNO = {8: 9, 20: 17, 28: 22, 31: 21, 44: 2, 54: 20, 55: 39, 63: 1, 51: 28, 69: 30}
_ROOT = '/flash'
_BLOCK = 512

class PowerLoss(BaseException):
    pass

def _as_board(call, *args):
    try:
        return call(*args)
    except OSError as error:
        raise OSError(_ERRNO.get(error.errno, error.errno))

class _Written(io.IOBase):
    def __init__(self, flash, file):
        self.flash = flash
        self.file = file
    def write(self, data):
        self.flash.change(len(data))
        return self.file.write(data)
    def ioctl(self, request, argument):
        if request == 4:
            self.file.close()
        return 0
    def close(self):
        self.file.close()
    def __enter__(self):
        return self
    def __exit__(self, *args):
        self.file.close()

class Flash:
    def __init__(self):
        self.native = vfs.VfsPosix(_ROOT)
        self.budget = -1
        self.off = False
        self.read_only = False
        self.blocks = 2048
        self.changes = 0
    def mount(self, *args):
        pass
    def umount(self):
        pass
    def used(self, path):
        total = 0
        for entry in self.native.ilistdir(path or '/'):
            inside = path + '/' + entry[0]
            if entry[1] == 0x4000:
                total += 1 + self.used(inside)
            else:
                total += -(-self.native.stat(inside)[6] // _BLOCK)
        return total
    def change(self, size=0):
        self.look()
        if self.read_only:
            raise OSError(30)
        if self.budget == 0:
            self.off = True
            raise PowerLoss()
        self.budget -= 1
        self.changes += 1
        if size and (self.blocks - self.used('')) * _BLOCK < size:
            raise OSError(28)
    def look(self):
        if self.off:
            raise PowerLoss()
    def open(self, path, mode):
        if 'r' in mode and '+' not in mode:
            self.look()
            return _as_board(self.native.open, path, mode)
        self.change()
        return _Written(self, _as_board(self.native.open, path, mode))
    def ilistdir(self, path):
        self.look()
        return _as_board(self.native.ilistdir, path)
    def stat(self, path):
        self.look()
        return _as_board(self.native.stat, path)
    def statvfs(self, path):
        self.look()
        free = self.blocks - self.used('')
        return (_BLOCK, _BLOCK, self.blocks, free, free, 0, 0, 0, 0, 255)
    def mkdir(self, path):
        self.change()
        _as_board(self.native.mkdir, path)
    def rename(self, old, new):
        self.change()
        _as_board(self.native.rename, old, new)
    def remove(self, path):
        self.stat(path)
        self.change()
        _as_board(self.native.remove, path)
    def rmdir(self, path):
        self.change()
        _as_board(self.native.rmdir, path)
    def chdir(self, path):
        self.look()
    def getcwd(self):
        return '/'

flash = Flash()
os.umount('/')
os.mount(flash, '/')
os.chdir('/')

def execute(code, names):
    import sys
    try:
        exec(code, names)
    except PowerLoss:
        print('\\x00lost')
    except BaseException as error:
        print('\\x00' + type(error).__name__ + ' ' + repr(getattr(error, 'errno', None)))
        sys.print_exception(error)
`;
