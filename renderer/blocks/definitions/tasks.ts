/** Several things at once. Source: MicroPython docs, modules asyncio and _thread. */

import { type BlockFamily, known, menu, object, slot, statement, value } from '../block-spec.ts';
import type { Block } from '../program/block.ts';
import { by } from '../program/forms.ts';
import type { Printer } from '../program/printer.ts';
import { type Parts, type ReadingContext, rule } from '../program/rule.ts';
import type { ExpressionStatement } from '../python/nodes.ts';
import { argumentsParts, argumentsShape, writeArguments } from './arguments.ts';

const GATHER = 'asyncio.gather';
const loop = object('LOOP', 'loop', 'asyncio.Loop');
const event = known('EVENT', ['asyncio.Event', 'asyncio.ThreadSafeFlag'], 'event', 'flag', 'ev');

/** `await asyncio.gather(a(), b())` */
function gatherParts({ value: node }: ExpressionStatement, context: ReadingContext): Parts | undefined {
  if (node.kind !== 'Await' || node.outer || node.value.kind !== 'Call' || node.value.outer) return undefined;
  const { function: called, arguments: args } = node.value;
  return context.path(called) === GATHER && !called.outer ? argumentsParts(args) : undefined;
}

const running = [
  statement('task_run', {
    message: 'TASK_RUN',
    args: [slot('TASK')],
    tooltip: 'TASK_RUN_TIP',
    python: 'asyncio.run($TASK)',
  }),
  statement('task_start', {
    message: 'TASK_START',
    args: [slot('TASK')],
    tooltip: 'TASK_START_TIP',
    python: 'asyncio.create_task($TASK)',
  }),
  value('task_new', {
    message: 'TASK_START',
    args: [slot('TASK')],
    tooltip: 'TASK_NEW_TIP',
    python: 'asyncio.create_task($TASK)',
  }),
  statement('task_gather', {
    message: 'TASK_GATHER',
    shape: argumentsShape(2),
    tooltip: 'TASK_GATHER_TIP',
    write: (block: Block, python: Printer) => `await ${python.path(GATHER)}${writeArguments(block, python)}`,
    reads: [rule('Expression', gatherParts)],
  }),
];

export const tasks: BlockFamily = {
  style: 'tasks',
  blocks: [
    statement('task_sleep', {
      message: 'TASK_SLEEP',
      args: [slot('TIME', '1'), menu('UNIT', ['TASK_SECONDS', 's'], ['TASK_MS', 'ms'])],
      tooltip: 'TASK_SLEEP_TIP',
      python: by('UNIT', { s: 'await asyncio.sleep($TIME)', ms: 'await asyncio.sleep_ms($TIME)' }),
    }),
    ...running,
    value('loop_new', { message: 'LOOP_NEW', tooltip: 'LOOP_NEW_TIP', python: 'asyncio.get_event_loop()' }),
    statement('loop_start', {
      message: 'LOOP_START',
      args: [slot('TASK'), loop],
      tooltip: 'LOOP_START_TIP',
      python: '$LOOP.create_task($TASK)',
    }),
    statement('loop_run', {
      message: 'LOOP_RUN',
      args: [loop],
      tooltip: 'LOOP_RUN_TIP',
      python: '$LOOP.run_forever()',
    }),
    statement('loop_run_until', {
      message: 'LOOP_RUN_UNTIL',
      args: [loop, slot('TASK')],
      tooltip: 'LOOP_RUN_UNTIL_TIP',
      python: '$LOOP.run_until_complete($TASK)',
    }),
    value('event_new', { message: 'EVENT_NEW', tooltip: 'EVENT_NEW_TIP', python: 'asyncio.Event()' }),
    statement('event_do', {
      message: 'EVENT_DO',
      args: [event, menu('WHAT', ['EVENT_SET', 'set'], ['EVENT_CLEAR', 'clear'])],
      tooltip: 'EVENT_DO_TIP',
      python: '$EVENT.$WHAT()',
    }),
    statement('event_wait', {
      message: 'EVENT_WAIT',
      args: [event],
      tooltip: 'EVENT_WAIT_TIP',
      python: 'await $EVENT.wait()',
    }),
    statement('thread_start', {
      message: 'THREAD_START',
      args: [slot('FUNCTION'), slot('ARGUMENTS', '()')],
      tooltip: 'THREAD_START_TIP',
      python: '_thread.start_new_thread($FUNCTION, $ARGUMENTS)',
    }),
  ],
};
