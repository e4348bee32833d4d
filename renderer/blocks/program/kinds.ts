/** The class of what an expression gives, as far as reading alone can tell. */

import type { Expression } from '../python/nodes.ts';

/** The kind of what an `import` binds: no object that blocks work with. */
export const MODULE = 'module';

/** What functions give back whose names say nothing of it. */
const GIVEN: Readonly<Record<string, string>> = {
  open: 'file',
  'socket.socket': 'socket.socket',
  'asyncio.get_event_loop': 'asyncio.Loop',
  'asyncio.create_task': 'asyncio.Task',
  ...Object.fromEntries(
    ['get', 'post', 'put', 'patch', 'delete', 'head', 'request'].map((name) => [
      `requests.${name}`,
      'requests.Response',
    ]),
  ),
  ...Object.fromEntries(
    ['list', 'dict', 'str', 'tuple', 'set', 'bytes', 'bytearray'].map((name) => [name, name]),
  ),
  sorted: 'list',
  input: 'str',
  'array.array': 'array.array',
};

/** A class has a name that begins with a capital: `machine.Pin`, `dht.DHT22`. */
export function kindOfCall(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const last = path.slice(path.lastIndexOf('.') + 1);
  return GIVEN[path] ?? (/^[A-Z]/.test(last) ? path : undefined);
}

/** Undefined where it is no literal. */
export function kindOfLiteral(node: Expression): string | undefined {
  switch (node.kind) {
    case 'List':
    case 'Dict':
    case 'Set':
    case 'Tuple':
      return node.kind.toLowerCase();
    case 'Comprehension':
      return node.of;
    case 'String':
      return node.tokens.some(({ prefix }) => /b/i.test(prefix)) ? 'bytes' : 'str';
    default:
      return undefined;
  }
}
