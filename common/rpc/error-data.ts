/** Errors as plain data, so that they cross a wall, and back again. Knows no channel. */

import { PinlabError, type PinlabErrorOptions } from '../errors/pinlab-error.ts';
import type { Problem } from '../errors/problem.ts';

/** Survives structured clone and JSON alike. */
export interface ErrorData {
  readonly name: string;
  readonly message: string;
  /** Present exactly for PinlabErrors. */
  readonly code?: string;
  readonly problems?: readonly Problem[];
  readonly stack?: string;
}

/** `never` accepts classes of any closed code union. */
type PinlabErrorClass = new (code: never, message: string, options?: PinlabErrorOptions) => PinlabError;

/** Error classes by the `name` that their instances carry, as in `{ DeviceError }`. */
export type ErrorClasses = Readonly<Record<string, PinlabErrorClass>>;

/** @param error anything that was thrown. */
export function errorToData(error: unknown): ErrorData {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  const pinlab = error instanceof PinlabError ? { code: error.code, problems: error.problems } : {};
  return { name, message, ...pinlab, ...(stack !== undefined && { stack }) };
}

/**
 * Rebuilds the error. A PinlabError of a class in `classes` becomes an instance of it, of another class a PinlabError
 * with the same name; anything else an Error with the same name.
 */
export function errorFromData(data: ErrorData, classes: ErrorClasses = {}): Error {
  const { name, message, code, problems, stack } = data;
  const Class = Object.hasOwn(classes, name) ? classes[name] : undefined;
  const options = { problems: problems ?? [] };
  const error =
    code === undefined
      ? new Error(message)
      : Class
        ? new Class(code as never, message, options)
        : new PinlabError(code, message, options);
  const text = { configurable: true, writable: true };
  if (error.name !== name) Object.defineProperty(error, 'name', { ...text, value: name });
  if (stack !== undefined) Object.defineProperty(error, 'stack', { ...text, value: stack });
  return error;
}
