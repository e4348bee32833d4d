/** One question that asks a board everything. Works on firmware of many years: what a board does not know stays out. */

import type { BoardFeature, BoardInfo } from '../device/link.ts';
import type { Executor } from './executor.ts';

/** Each answer is a line `name value`. */
const QUESTION = `
def _pinlab_info():
 import sys,gc
 def t(n,f):
  try:
   print(n,f())
  except Exception:
   pass
 i=getattr(sys,'implementation',None)
 t('machine',lambda:i._machine)
 t('platform',lambda:sys.platform)
 t('version',lambda:'.'.join([str(x) for x in i[1][:3]]))
 t('release',lambda:sys.version)
 t('mpy',lambda:'%d.%d'%(i._mpy&255,i._mpy>>8&3))
 def u():
  import machine
  return ''.join(['%02x'%b for b in machine.unique_id()])
 t('id',u)
 gc.collect()
 t('memory',lambda:'%d %d'%(gc.mem_free(),gc.mem_free()+gc.mem_alloc()))
 def s():
  import os
  v=os.statvfs('/')
  return '%d %d'%(v[0]*v[3],v[1]*v[2])
 t('flash',s)
 def h(n,a):
  return lambda:n if getattr(__import__(n),a) else n
 t('has',h('deflate','DeflateIO'))
 t('has',h('binascii','a2b_base64'))
 t('has',h('hashlib','sha256'))
_pinlab_info()
del _pinlab_info
`;

const FEATURES: ReadonlySet<string> = new Set<BoardFeature>(['deflate', 'binascii', 'hashlib']);

/** @param pastes whether the board took the question by raw-paste; told after it was asked. */
export async function askBoard(executor: Executor, pastes: () => boolean): Promise<BoardInfo> {
  const answer = await executor.execute(QUESTION);
  return readAnswer(answer, pastes());
}

export function readAnswer(answer: string, pastes: boolean): BoardInfo {
  const lines = answer.split('\n').map((line) => /^(\w+) (.*)$/.exec(line.trimEnd()));
  const all = (name: string): string[] =>
    lines.flatMap((match) => (match?.[1] === name ? [match[2] ?? ''] : []));
  const one = (name: string): string | undefined => all(name)[0];
  const [memoryFree = 0, memoryTotal = 0] = numbers(one('memory'));
  const [flashFree, flashTotal] = numbers(one('flash'));
  const uniqueId = one('id');
  const mpy = one('mpy');
  const platform = one('platform') ?? 'unknown';
  return {
    machine: one('machine') ?? platform,
    platform,
    version: one('version') ?? one('release') ?? '',
    ...(uniqueId && { uniqueId }),
    memoryFree,
    memoryTotal,
    ...(flashFree !== undefined && flashTotal !== undefined && { flashFree, flashTotal }),
    ...(mpy !== undefined && { mpy }),
    features: [
      ...(pastes ? (['raw-paste'] as const) : []),
      ...all('has').filter((name): name is BoardFeature => FEATURES.has(name)),
    ],
  };
}

function numbers(text: string | undefined): number[] {
  return text === undefined ? [] : text.split(' ').map(Number).filter(Number.isFinite);
}
