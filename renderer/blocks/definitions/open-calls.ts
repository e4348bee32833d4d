/** Blocks of one function or method that take its arguments as they come: labeled slots that the reader adds. */

import type { BlockArg, StatementLook, ValueLook, Written } from '../block-spec.ts';
import type { Block } from '../program/block.ts';
import { takes } from '../program/match.ts';
import { ORDER } from '../program/order.ts';
import type { Printer } from '../program/printer.ts';
import { type Parts, type ReadingContext, rule } from '../program/rule.ts';
import type { CallNode } from '../python/nodes.ts';
import { argumentsParts, argumentsShape, writeArguments } from './arguments.ts';

type Open<Look> = Required<Pick<Look & ValueLook, 'shape' | 'reads'>> & Pick<Look, keyof Look & 'write'>;
type Reading = (node: CallNode, context: ReadingContext) => Parts | undefined;

/** The menu of a block that stands for several functions holds their paths. */
const PATH = 'PATH';

/** A call of one of these functions, as a value. */
export function callOf(...paths: readonly [string, ...string[]]): Open<ValueLook> {
  return {
    shape: argumentsShape(0),
    write: (block, python): Written => [writeCall(paths[0], block, python), ORDER.MEMBER],
    reads: [rule('Call', readCall(paths))],
  };
}

/** The same as a statement. */
export function runOf(...paths: readonly [string, ...string[]]): Open<StatementLook> {
  return {
    shape: argumentsShape(0),
    write: (block, python) => writeCall(paths[0], block, python),
    reads: [asStatement(readCall(paths))],
  };
}

/** A method of the object in a slot, as a value. */
export function methodOf(object: BlockArg, name: string): Open<ValueLook> {
  return {
    shape: argumentsShape(0),
    write: (block, python): Written => [writeMethod(object, name, block, python), ORDER.MEMBER],
    reads: [rule('Call', readMethod(object, name))],
  };
}

/** The same as a statement. */
export function doMethodOf(object: BlockArg, name: string): Open<StatementLook> {
  return {
    shape: argumentsShape(0),
    write: (block, python) => writeMethod(object, name, block, python),
    reads: [asStatement(readMethod(object, name))],
  };
}

function writeCall(path: string, block: Block, python: Printer): string {
  return python.path(block.fields[PATH] ?? path) + writeArguments(block, python);
}

function readCall(paths: readonly string[]): Reading {
  return ({ function: called, arguments: args }, context) => {
    const path = context.path(called);
    if (path === undefined || !paths.includes(path) || called.outer) return undefined;
    return { ...(paths.length > 1 ? { fields: { [PATH]: { value: path } } } : {}), ...argumentsParts(args) };
  };
}

function writeMethod({ name: slot, empty }: BlockArg, name: string, block: Block, python: Printer): string {
  return `${python.receiver(block, slot, empty)}.${name}${writeArguments(block, python)}`;
}

function readMethod(object: BlockArg, name: string): Reading {
  return ({ function: called, arguments: args }, context) => {
    if (called.kind !== 'Attribute' || called.name !== name || called.outer) return undefined;
    if (!takes(object, called.object, context)) return undefined;
    const { extra = {}, slots } = argumentsParts(args);
    return { extra, slots: { [object.name]: called.object, ...slots } };
  };
}

function asStatement(read: Reading) {
  return rule('Expression', ({ value: node }, context) =>
    node.kind === 'Call' && !node.outer ? read(node, context) : undefined,
  );
}
