/**
 * Lets a program import its own modules without writing them to the board: they lie in the board's memory, in a small file system that
 * is mounted for the run. Boards that cannot mount get them as objects. This is Python text; it knows no line.
 */

import { MODULE_FOLDER } from './board-traceback.ts';
import { encodeText } from './bytes.ts';

/** So many bytes of a module go in one piece of code. */
const PIECE = 1024;

const MOUNT = `
import sys
def _pinlab_mount(d):
 import os,io
 f=set([''])
 for n in d:
  while '/' in n:
   n=n[:n.rindex('/')]
   f.add(n)
 class M:
  def mount(s,r,m):
   s.c=''
  def umount(s):
   pass
  def chdir(s,p):
   pass
  def getcwd(s):
   return '/'
  def p(s,p):
   return p.strip('/')
  def stat(s,p):
   p=s.p(p)
   if p in f:
    return (0x4000,0,0,0,0,0,0,0,0,0)
   if p in d:
    return (0x8000,0,0,0,0,0,len(d[p]),0,0,0)
   raise OSError(2)
  def statvfs(s,p):
   return (512,512,0,0,0,0,0,0,0,255)
  def open(s,p,m):
   p=s.p(p)
   if p not in d:
    raise OSError(2)
   if 'w' in m or 'a' in m or '+' in m:
    raise OSError(30)
   return io.BytesIO(d[p]) if 'b' in m else io.StringIO(d[p].decode())
  def ilistdir(s,p):
   p=s.p(p)
   if p:
    p+='/'
   for x in list(f)+list(d):
    if x and x.startswith(p) and '/' not in x[len(p):]:
     yield (x[len(p):],0x4000 if x in f else 0x8000,0)
 m=getattr(os,'mount',None)
 if not m:
  import vfs
  m=vfs.mount
 m(M(),'${MODULE_FOLDER.slice(0, -1)}')
 sys.path.insert(0,'${MODULE_FOLDER.slice(0, -1)}')
`;

/** Modules that need each other are tried again, until no more of them can be made. */
const OBJECTS = `
def _pinlab_objects(d):
 class M:
  pass
 left=dict(d)
 while left:
  n0=len(left)
  for n in list(left):
   if not n.endswith('.py') or '/' in n:
    left.pop(n)
    continue
   g={'__name__':n[:-3]}
   try:
    exec(left[n].decode(),g)
   except ImportError:
    continue
   o=M()
   for k in g:
    setattr(o,k,g[k])
   sys.modules[n[:-3]]=o
   left.pop(n)
  if len(left)==n0:
   raise ImportError(list(left)[0])
`;

const INSTALL = `
try:
 _pinlab_mount(_pinlab_files)
except (ImportError,AttributeError):
 _pinlab_objects(_pinlab_files)
del _pinlab_mount,_pinlab_objects,_pinlab_files
`;

/** @param modules path (such as `pump.py` or `lib/pump.py`) to text. Answers pieces of code, to be run in order. */
export function moduleCode(modules: Readonly<Record<string, string>>): readonly string[] {
  const entries = Object.entries(modules);
  if (entries.length === 0) return [];
  const pieces = entries.flatMap(([path, text]) => {
    const name = literal(encodeText(path), '');
    const binary = encodeText(text);
    const parts: string[] = [];
    for (let at = 0; at < binary.length || at === 0; at += PIECE)
      parts.push(
        `_pinlab_files[${name}]${at === 0 ? '' : '+'}=${literal(binary.slice(at, at + PIECE), 'b')}`,
      );
    return parts;
  });
  return [MOUNT + OBJECTS, '_pinlab_files={}', ...pieces, INSTALL];
}

function literal(binary: string, prefix: string): string {
  const escaped = binary.replace(/[^\x20-\x7e]|['\\]/g, (character) => {
    if (character === '\n') return '\\n';
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  return `${prefix}'${escaped}'`;
}
