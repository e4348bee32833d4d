/**
 * The Python that does the work on the board, as short as it can be and still be read: it crosses the line each time. Texts only;
 * who sends them, and what the answers mean, is in the files of the operations. All of it is sealed (sealed-code.ts), prints through
 * `P`, and says `! <exception> <errno> <free bytes> <which>` where something failed.
 */

import { MODULE_FOLDER } from '../board-traceback.ts';
import { TEMPORARY_PREFIX } from './board-path.ts';
import { WINDOW_BITS } from './deflate.ts';
import { SPARE_BLOCKS } from './space.ts';

const EEXIST = 17;
const EISDIR = 21;
const ENOSPC = 28;
const FOLDER = '0x4000';
const MODULE_MOUNT = MODULE_FOLDER.slice(0, -1);

/** `X(e, p, w)` tells of an exception at path `p`; `R(p)` removes a file if it is there; `S()` makes flash hold what was written. */
export const BASICS = `import os
def R(p):
 try:os.remove(p)
 except Exception:pass
def X(e,p,w):
 try:v=os.statvfs(p);v=v[1]*max(0,v[3]-${SPARE_BLOCKS})
 except OSError:v=-1
 P('!',type(e).__name__,e.args[0]if isinstance(e,OSError)and e.args else 0,v,w)
def S():
 if hasattr(os,'sync'):os.sync()
`;

/** `M(p)` makes the folders that lead to path `p`. */
const FOLDERS = `def M(p):
 m=p.find('/',1)
 while m>0:
  try:os.mkdir(p[:m])
  except OSError as e:
   if e.args[0]!=${EEXIST}:raise
  m=p.find('/',m+1)
`;

/**
 * Saving; needs a proof's `H`. `C(folders, files)` removes what broken operations have left in the folders, then compares: for each
 * folder a line `v <block size> <blocks> <free blocks>`, for each file that is there `<index> <size> <hash if the size is ours>` or
 * `<index> d`. It keeps the hashes in `N`. Then, for each file to send: `O` opens file `i` in way `z` (0 as it is, 1 deflated through a
 * file, 2 deflated through memory) if `n` bytes are free, `A` appends a literal, `E` proves and renames: `+ <index> <hash>`. What is
 * hashed is the content followed by the path, so that a garbled index cannot put a file in another's place. `F(e)` gives up on the
 * file that is open.
 */
export const SAVE = `${BASICS}${FOLDERS}import gc
from io import BytesIO
f=None;I=0;L=[];N=[]
def T(x):return L[I][:L[I].rindex('/')+1]+'${TEMPORARY_PREFIX}'+x
def C(d,l):
 for p in d:
  try:
   for e in list(os.ilistdir(p[:-1]or'/')):
    if e[0].startswith('${TEMPORARY_PREFIX}')and not e[1]&${FOLDER}:R(p+e[0])
   v=os.statvfs(p)
  except OSError:v=os.statvfs('/')
  P('v',v[1],v[2],v[3])
 for p,n in l:
  i=len(L);L.append(p);N.append('');h=''
  try:
   t=os.stat(p)
   if t[0]&${FOLDER}:N[i]=None;P(i,'d');continue
   if t[6]==n:h=H(p,p)
   N[i]=h;P(i,t[6],h)
  except OSError:pass
def O(i,z,n):
 global f,I,Z
 I=i;Z=z;gc.collect()
 if N[i] is None:raise OSError(${EISDIR})
 M(L[i]);v=os.statvfs(T('')[:-${TEMPORARY_PREFIX.length}])
 if v[1]*(v[3]-${SPARE_BLOCKS})<n:raise OSError(${ENOSPC})
 f=BytesIO() if z>1 else open(T('tz'[z]),'wb')
def A(s):f.write(s if type(s)is bytes else B(s))
def E(h):
 t=T('t')
 if Z:J(t)
 else:f.close()
 S();g=H(t,L[I])
 if g==h:os.rename(t,L[I]);S()
 else:R(t)
 P('+',I,g)
def F(e):
 try:f.close()
 except Exception:pass
 R(T('z'));R(T('t'));X(e,L[I],I)
`;

/** Added to saving on boards with binascii. */
export const BASE64 = 'from binascii import a2b_base64 as B\n';

/** Added to saving on boards with deflate. `J(t)` inflates what arrived into file `t`; bad data are no OSError, as a full board is. */
export const INFLATE = `from deflate import DeflateIO,RAW
def J(t):
 global f
 if Z>1:f.seek(0)
 else:f.close();f=open(T('z'),'rb')
 b=bytearray(512);m=memoryview(b);q=DeflateIO(f,RAW,${WINDOW_BITS})
 with open(t,'wb') as o:
  while 1:
   try:k=q.readinto(b)
   except OSError:raise ValueError
   if not k:break
   o.write(m[:k])
 f.close();R(T('z'))
`;

/**
 * Everything on the board: `d <repr of path>` for folders, `<size> <repr of path>` for files, at last `v <block size> <blocks> <free>`.
 * What broken operations have left is removed; the modules of a run that are still mounted are not shown.
 */
export const LIST = `${BASICS}l=['/'];r=[];d='/'
try:
 while l:
  d=l.pop()
  for e in os.ilistdir(d[:-1]or'/'):
   p=d+e[0]
   if p=='${MODULE_MOUNT}':continue
   if e[1]&${FOLDER}:P('d',repr(p));l.append(p+'/')
   elif e[0].startswith('${TEMPORARY_PREFIX}'):r.append(p)
   else:P(e[3] if len(e)>3 else os.stat(p)[6],repr(p))
 for p in r:R(p)
 v=os.statvfs('/');P('v',v[1],v[2],v[3])
except OSError as e:X(e,d,repr(d))
`;

/** `D(paths)`; needs a proof's `H`. For each file that is there `<index> <size> <hash>`. */
export const DIGESTS = `${BASICS}def D(l):
 for i,p in enumerate(l):
  try:t=os.stat(p)
  except OSError:continue
  if t[0]&${FOLDER}:continue
  try:P(i,t[6],H(p))
  except OSError as e:X(e,p,i);break
`;

/**
 * Reading; needs a proof's `H`. `O(path)` opens and tells the size. `T(n)` prints the next `n` bytes, a line for each 576 in the
 * encoding of `B`, and `# <hash>` after the last; `l` bytes are left then. Lines of data are not counted by `P`, since the hash proves them.
 */
export const READ = `${BASICS}def O(p):
 global f,b,m,l,w
 try:
  l=os.stat(p)
  if l[0]&${FOLDER}:raise OSError(${EISDIR})
  f=open(p,'rb')
 except OSError as e:X(e,p,0);l=-1;return
 l=l[6];w=p;b=bytearray(576);m=memoryview(b);P(l)
def T(n):
 global l
 if l<0:return
 while n>0 and l>0:
  k=f.readinto(b)
  if not k:break
  print(B(m[:k]));n-=k;l-=k
 if l<=0 or n>0:f.close();print('#',H(w))
`;

export const PRINT_BASE64 = `from binascii import b2a_base64
def B(s):return b2a_base64(s)[:-1].decode()
`;
export const PRINT_HEX = "def B(s):return ''.join(['%02x'%x for x in s])\n";

/** `U(paths)` removes files, and folders with everything in them. Prints for each, so that a long removal is not silent. */
export const REMOVE = `${BASICS}def U(l):
 for i,p in enumerate(l):
  s=[p]
  try:
   while s:
    p=s[-1]
    if os.stat(p)[0]&${FOLDER}:
     c=[p+'/'+e[0] for e in os.ilistdir(p)]
     if c:s+=c;continue
     os.rmdir(p)
    else:os.remove(p)
    s.pop();P('-')
  except OSError as e:X(e,p,repr(p));break
 S()
`;

/** `V(a, b)` renames unless there is something of the new name. `!` tells 0 or 1 for the path that it is about. */
export const RENAME = `${BASICS}def V(a,b):
 i=0
 try:
  os.stat(a);i=1
  try:os.stat(b)
  except OSError:os.rename(a,b);S();return
  raise OSError(${EEXIST})
 except OSError as e:X(e,a,i if e.args[0]in(2,17)else 0)
`;

/** `Y(p)` makes a folder, and those that lead to it. */
export const MAKE_FOLDER = `${BASICS}${FOLDERS}def Y(p):
 try:M(p);os.mkdir(p);S()
 except OSError as e:X(e,p,0)
`;
