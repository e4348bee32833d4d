/**
 * Calls across a wall (worker, Electron MessagePort, WebSocket), written once: birpc carries the calls, this file adds
 * types, errors that keep their class and code, and an end that leaves nobody waiting. Knows no particular channel.
 */

import { createBirpc } from 'birpc';
import { PinlabError } from '../errors/pinlab-error.ts';
import { type Disposable, DisposableStore } from '../lifecycle/disposable.ts';
import { type ErrorClasses, type ErrorData, errorFromData, errorToData } from './error-data.ts';

/** One end of a wall. Messages arrive whole and in the order in which they were posted. */
export interface RpcChannel {
  /** Throws where the message cannot be sent, such as a function over structured clone. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): Disposable;
}

export type RpcErrorCode =
  /** The other side has no function of that name. */
  | 'unknown-method'
  | 'timeout'
  /** This end was disposed before the answer came. */
  | 'closed'
  /** Arguments or result hold something that the channel cannot carry. */
  | 'not-sendable';

export class RpcError extends PinlabError<RpcErrorCode> {
  override readonly name = 'RpcError';
}

/** The other side's functions, each giving a promise. */
export type RemoteProxy<Remote> = {
  readonly [Name in keyof Remote]: Remote[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Awaited<Result>>
    : never;
};

export interface RpcOptions {
  /** Classes of errors that the other side throws, such as `{ DeviceError }`; others arrive as PinlabError. */
  readonly errors?: ErrorClasses;
  /** Milliseconds to wait for an answer. Default: for ever. */
  readonly timeout?: number;
  /** Told of what a notified local function throws; without it, that is an unhandled rejection. */
  readonly onNotifyError?: (error: unknown, method: string) => void;
}

export interface Rpc<Remote> extends Disposable {
  /** Calls wait for the answer. They reach the other side in the order in which they were made. */
  readonly remote: RemoteProxy<Remote>;
  /** Calls without an answer: for streams, and where the other side is too busy to reply. Same order as calls. */
  notify<Name extends keyof Remote & string>(
    method: Name,
    ...args: Remote[Name] extends (...args: infer Args) => unknown ? Args : never
  ): void;
  /** Stops listening; pending and later calls reject with `closed`. The channel stays open: it is its owner's to close. */
  dispose(): void;
}

/**
 * Opens one end.
 * @param local the functions that the other side may call; methods of a class instance count, and keep their `this`.
 */
export function createRpc<Remote extends object, Local extends object = object>(
  channel: RpcChannel,
  local: Local,
  options: RpcOptions = {},
): Rpc<Remote> {
  const classes: ErrorClasses = { RpcError, ...options.errors };
  const subscriptions = new DisposableStore();
  let closed = false;
  const birpc = createBirpc<Record<string, unknown>, object, false>(local, {
    proxify: false,
    timeout: options.timeout ?? -1,
    post: (message: unknown) => {
      if (!closed) channel.post(message);
    },
    on: (listener) => {
      subscriptions.add(channel.onMessage((message) => isMessage(message) && listener(message)));
    },
    off: () => subscriptions.dispose(),
    serialize: (message: Message) =>
      'e' in message ? { ...message, e: errorToData(sendable(message.e)) } : message,
    deserialize: (message: Message) => {
      if ('e' in message) return { ...message, e: errorFromData(message.e as ErrorData, classes) };
      return message.t === 'q' && message.i === undefined ? { ...message, m: NOTIFIED + message.m } : message;
    },
    resolver: (name) => resolve(local, name, options),
    // A result that cannot be sent: birpc then posts the error instead.
    onGeneralError: (_error, method) => method !== undefined,
    onTimeoutError: (method) => {
      throw new RpcError('timeout', `"${method}" gave no answer within ${options.timeout} ms.`);
    },
  });

  const send = async (method: string, args: unknown[], event: boolean): Promise<unknown> => {
    if (closed) throw closedError(method);
    try {
      return await birpc.$callRaw({ method, args, event });
    } catch (error) {
      throw sendable(error);
    }
  };
  return {
    remote: createProxy((method, args) => send(method, args, false)) as RemoteProxy<Remote>,
    notify: (method, ...args) => {
      if (!closed) void send(method, args, true);
    },
    dispose: () => {
      if (closed) return;
      closed = true;
      birpc.$close(closedError());
      subscriptions.dispose();
    },
  };
}

/** birpc's messages, as far as they are looked at here: a request (`q`) or an answer (`s`). */
interface Message {
  readonly t: 'q' | 's';
  /** Absent where no answer is wanted. */
  readonly i?: string;
  readonly m?: string;
  readonly e?: unknown;
}

/** Marks, on the receiving side only, a call that wants no answer. No method name contains a line break. */
const NOTIFIED = '\n';

/** Other traffic on the same channel is left alone. */
function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null || !('t' in value)) return false;
  if (value.t === 'q')
    return 'm' in value && typeof value.m === 'string' && 'a' in value && Array.isArray(value.a);
  return value.t === 's' && 'i' in value;
}

type AnyFunction = (...args: unknown[]) => unknown;

function resolve(local: object, name: string, { onNotifyError }: RpcOptions): AnyFunction {
  if (!name.startsWith(NOTIFIED)) return localFunction(local, name);
  const method = name.slice(NOTIFIED.length);
  return async (...args) => {
    try {
      await localFunction(local, method)(...args);
    } catch (error) {
      if (onNotifyError) onNotifyError(error, method);
      else void Promise.reject(error);
    }
  };
}

function localFunction(local: object, name: string): AnyFunction {
  // Nothing that every object inherits may be called from outside.
  const value: unknown = name in Object.prototype ? undefined : (local as Record<string, unknown>)[name];
  if (typeof value !== 'function') {
    return () => {
      throw new RpcError('unknown-method', `There is no function "${name}" on the other side.`);
    };
  }
  return async (...args) => {
    try {
      return await (value as AnyFunction).apply(local, args);
    } catch (error) {
      // birpc takes a falsy rejection for success.
      throw error instanceof Error ? error : new Error(String(error));
    }
  };
}

/** A clone failure names the platform's class; ours says the same everywhere. */
function sendable(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'DataCloneError') return error;
  return new RpcError('not-sendable', `This cannot be sent: ${error.message}`, { cause: error });
}

function closedError(method?: string): RpcError {
  return new RpcError(
    'closed',
    method === undefined ? 'The link was closed.' : `The link was closed; "${method}" was not called.`,
  );
}

function createProxy(call: (method: string, args: unknown[]) => Promise<unknown>): object {
  const get = (_target: object, name: string | symbol): AnyFunction | undefined => {
    // `then` would make the proxy look like a promise.
    if (typeof name !== 'string' || name === 'then') return undefined;
    return (...args) => call(name, args);
  };
  return new Proxy({}, { get });
}
