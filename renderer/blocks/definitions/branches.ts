/** Shapes of statements with several bodies, and how they read. */

import type { Extra } from '../program/block.ts';
import type { Parts } from '../program/rule.ts';
import type { IfStatement, TryStatement } from '../python/nodes.ts';
import { FIELD } from '../field-types.ts';
import { count, type Shape, type ShapeInput } from '../shape.ts';

/** `if` with as many else-ifs as wanted, and an else. IF0/DO0 is the first condition and always there. */
export const ifShape: Shape = {
  read: (saved) => {
    const extra = saved as Extra | undefined;
    return { elifs: count(extra, 'elifs'), otherwise: extra?.['otherwise'] === true };
  },
  inputs: (extra) => [
    ...Array.from({ length: count(extra, 'elifs') }, (_, n) => elifInputs(n + 1)).flat(),
    ...(extra['otherwise'] === true ? elseInputs('IF_ELSE') : []),
  ],
  buttons: [
    {
      sign: 'plus',
      label: 'IF_ADD',
      // An else comes first, since it is what most programs need; then else-ifs in front of it.
      press: (extra) =>
        extra['otherwise'] === true
          ? { ...extra, elifs: count(extra, 'elifs') + 1 }
          : { ...extra, otherwise: true },
    },
  ],
};

function elifInputs(n: number): ShapeInput[] {
  return [
    {
      input: 'value',
      name: `IF${n}`,
      label: 'IF_ELIF',
      check: 'Boolean',
      newRow: true,
      buttons: [
        {
          sign: 'minus',
          label: 'IF_REMOVE',
          press: (extra) => ({ ...extra, elifs: count(extra, 'elifs') - 1 }),
          // Branches below move up by one; what was in this one falls out.
          moves: (extra) => ({
            [`IF${n}`]: '',
            [`DO${n}`]: '',
            ...Object.fromEntries(
              Array.from({ length: count(extra, 'elifs') - n }, (_, k) => n + 1 + k).flatMap((next) => [
                [`IF${next}`, `IF${next - 1}`],
                [`DO${next}`, `DO${next - 1}`],
              ]),
            ),
          }),
        },
      ],
    },
    { input: 'body', name: `DO${n}` },
  ];
}

function elseInputs(label: 'IF_ELSE' | 'LOOP_ELSE'): ShapeInput[] {
  return [
    {
      input: 'label',
      name: 'ELSE_LABEL',
      label,
      newRow: true,
      buttons: [{ sign: 'minus', label: 'IF_REMOVE', press: (extra) => ({ ...extra, otherwise: false }) }],
    },
    { input: 'body', name: 'ELSE' },
  ];
}

/** A loop that may have an `else`; only programs written as text begin one. */
export const loopShape: Shape = {
  read: (saved) => {
    const extra = saved as Extra | undefined;
    return {
      otherwise: extra?.['otherwise'] === true,
      ...(extra?.['async'] === true ? { async: true } : {}),
    };
  },
  inputs: (extra) => (extra['otherwise'] === true ? elseInputs('LOOP_ELSE') : []),
  buttons: [],
};

export function ifParts({ branches, otherwise }: IfStatement): Parts {
  return {
    extra: { elifs: branches.length - 1, otherwise: otherwise !== undefined },
    slots: Object.fromEntries(branches.map(({ test }, n) => [`IF${n}`, test])),
    bodies: {
      ...Object.fromEntries(branches.map(({ body }, n) => [`DO${n}`, body])),
      ELSE: otherwise,
    },
  };
}

/** What each `except` says: nothing, which errors, or also what the error is called. */
type Catch = '' | 'type' | 'as';

export function catches(extra: Extra | undefined): readonly Catch[] {
  const found = extra?.['handlers'];
  return Array.isArray(found)
    ? found.map((one: unknown) => (one === 'as' || one === 'type' ? one : ''))
    : ['type'];
}

export const tryShape: Shape = {
  read: (saved) => {
    const extra = saved as Extra | undefined;
    return {
      handlers: catches(extra),
      otherwise: extra?.['otherwise'] === true,
      finally: extra?.['finally'] === true,
    };
  },
  inputs: (extra) => [
    ...catches(extra).flatMap((kind, n) => handlerInputs(kind, n)),
    ...(extra['otherwise'] === true ? elseInputs('LOOP_ELSE') : []),
    ...(extra['finally'] === true
      ? ([
          { input: 'label', name: 'FINALLY_LABEL', label: 'TRY_FINALLY', newRow: true },
          { input: 'body', name: 'FINALLY' },
        ] as const)
      : []),
  ],
  buttons: [
    {
      sign: 'plus',
      label: 'TRY_ADD',
      press: (extra) =>
        extra['finally'] === true
          ? { ...extra, handlers: [...catches(extra), 'type'] }
          : { ...extra, finally: true },
    },
    {
      sign: 'minus',
      label: 'TRY_REMOVE',
      press: (extra) => {
        const handlers = catches(extra);
        if (extra['finally'] === true && handlers.length > 0) return { ...extra, finally: false };
        return handlers.length > 1 ? { ...extra, handlers: handlers.slice(0, -1) } : undefined;
      },
    },
  ],
};

function handlerInputs(kind: Catch, n: number): ShapeInput[] {
  const field = { type: FIELD.name, name: `NAME${n}`, text: 'error' };
  const first: ShapeInput =
    kind === ''
      ? { input: 'label', name: `EXCEPT${n}`, label: 'TRY_EXCEPT', newRow: true }
      : { input: 'value', name: `TYPE${n}`, label: 'TRY_EXCEPT', newRow: true };
  return [
    first,
    ...(kind === 'as' ? [{ input: 'label', name: `AS${n}`, label: 'TRY_AS', field } as const] : []),
    { input: 'body', name: `DO${n + 1}` },
  ];
}

export function tryParts({ body, handlers, otherwise, finally: last }: TryStatement): Parts {
  return {
    extra: {
      handlers: handlers.map(({ type, name }): Catch => (name ? 'as' : type ? 'type' : '')),
      otherwise: otherwise !== undefined,
      finally: last !== undefined,
    },
    fields: Object.fromEntries(
      handlers.flatMap(({ name }, n) => (name ? [[`NAME${n}`, { value: name.name, at: name }]] : [])),
    ),
    slots: Object.fromEntries(handlers.map(({ type }, n) => [`TYPE${n}`, type])),
    bodies: {
      DO0: body,
      ...Object.fromEntries(handlers.map((handler, n) => [`DO${n + 1}`, handler.body])),
      ELSE: otherwise,
      FINALLY: last,
    },
  };
}
