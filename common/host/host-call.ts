/**
 * Host calls over a wall: the answering side checks method and arguments and turns errors into data; the calling side
 * turns them back. What carries a call (Electron's invoke, an HTTP request) is passed in.
 */

import { PinlabError } from '../errors/pinlab-error.ts';
import type { Problem } from '../errors/problem.ts';
import type { Host, HostErrorCode } from './host.ts';
import { HOST_METHODS, type HostMethod, isHostMethod, parseHostArguments } from './host-table.ts';

/** What comes back over the wall. A plain error would lose its code on the way. */
export type HostReply =
  | { readonly ok: true; readonly value?: unknown }
  | {
      readonly ok: false;
      readonly code: HostErrorCode;
      readonly message: string;
      readonly problems?: readonly Problem[];
    };

/** How a page that a server delivered proves that it is that page: the name of the meta element with the token … */
export const TOKEN_META = 'pinlab-token';
/** … and of the header in which each call repeats it. */
export const TOKEN_HEADER = 'x-pinlab-token';

/** Name of the global under which a preload exposes its HostBridge. */
export const HOST_BRIDGE = 'pinlab';

/** The object that a preload exposes: exactly the table's methods, answering with replies. */
export type HostBridge = { readonly [Method in HostMethod]: (...values: unknown[]) => Promise<HostReply> };

/** The name of a method's channel or address. */
export function hostChannel(method: HostMethod): string {
  return `host/${method}`;
}

/** Answers one call from the other side. Never rejects. */
export async function answerHostCall(host: Host, method: unknown, values: unknown): Promise<HostReply> {
  try {
    if (!isHostMethod(method)) throw refusal('This host has no such method.');
    if (!Array.isArray(values)) throw refusal(`${method}: the arguments must be a list.`);
    return { ok: true, value: await callHost(host, method, values) };
  } catch (error) {
    return replyOf(error);
  }
}

/** A host whose calls are carried by `call`; failed replies are thrown as the PinlabErrors they were. */
export function createRemoteHost(
  call: (method: HostMethod, values: readonly unknown[]) => Promise<HostReply>,
): Host {
  return fromTable((method) => async (...values) => {
    const reply = await call(method, values);
    if (reply.ok) return reply.value;
    throw new PinlabError<HostErrorCode>(reply.code, reply.message, { problems: reply.problems });
  });
}

/** Puts the table's check in front of every method, so that a host refuses the same calls with or without a wall. */
export function checkHostCalls(host: Host): Host {
  return fromTable(
    (method) =>
      async (...values) =>
        callHost(host, method, values),
  );
}

function callHost(host: Host, method: HostMethod, values: readonly unknown[]): Promise<unknown> {
  // The union of all methods takes no argument list that TypeScript could name; the table has just checked it.
  const target = host[method] as (...checked: readonly unknown[]) => Promise<unknown>;
  return target(...parseHostArguments(method, values));
}

/** One function for each method of the table, frozen. */
export function fromTable<Target extends Host | HostBridge>(
  create: (method: HostMethod) => (...values: unknown[]) => Promise<unknown>,
): Target {
  // Object.fromEntries forgets which keys it was given; HOST_METHODS has them all.
  return Object.freeze(
    Object.fromEntries(HOST_METHODS.map((method) => [method, create(method)])),
  ) as unknown as Target;
}

function replyOf(error: unknown): HostReply {
  if (error instanceof PinlabError) {
    return { ok: false, code: error.code as HostErrorCode, message: error.message, problems: error.problems };
  }
  const words = error instanceof Error ? error.message : String(error);
  return { ok: false, code: 'internal', message: `Pinlab made a mistake of its own: ${words}` };
}

function refusal(message: string): PinlabError<HostErrorCode> {
  return new PinlabError('invalid-argument', message);
}
