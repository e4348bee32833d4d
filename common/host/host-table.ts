/**
 * The one table of host calls: each method with the names and schemas of its arguments. The preload's object, the
 * Electron channels, the server's addresses and the remote hosts are all derived from it. It knows no transport.
 */

import * as v from 'valibot';

import { PinlabError } from '../errors/pinlab-error.ts';
import { type Host, type HostErrorCode, LANGUAGES, type Settings } from './host.ts';

export type HostMethod = keyof Host;

interface Argument<T> {
  /** As an error message calls it. */
  readonly name: string;
  readonly schema: v.GenericSchema<unknown, T>;
}

type Arguments<Values extends readonly unknown[]> = {
  readonly [Index in keyof Values]: Argument<Values[Index]>;
};

type HostTable = { readonly [Method in HostMethod]: Arguments<Parameters<Host[Method]>> };

const text = (most: number): v.GenericSchema<unknown, string> =>
  v.pipe(v.string('must be text'), v.maxLength(most, `must be at most ${most} characters long`));

const name = v.pipe(text(1000), v.nonEmpty('must not be empty'));

/** Says of a missing field that it is missing, and of anything that is no object what it must be. */
export const objectRule =
  (rule: string) =>
  ({ expected }: v.ObjectIssue): string =>
    expected === 'Object' ? rule : 'is missing';

const projectId = v.pipe(
  v.string('must be text'),
  v.regex(/^[a-z0-9-]{1,64}$/, 'must be 1 to 64 lower-case letters, digits and dashes'),
);

const lessonPath = v.pipe(
  v.string('must be text'),
  v.regex(
    /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*){2}$/,
    'must be <curriculum>/<unit>/<lesson> in lower-case letters, digits and dashes',
  ),
);

const time = v.pipe(
  v.number('must be a number'),
  v.integer('must be a whole number of milliseconds'),
  v.minValue(0, 'must not be negative'),
);

/** A relative name such as `main.py` or `lib/motor.py`; the excluded words are those that no plain object can hold. */
function isFileName(file: string): boolean {
  const pieces = file.split('/');
  return (
    file.length <= 255 &&
    !/[\0\\]/.test(file) &&
    pieces.every((piece) => piece !== '' && piece !== '.' && piece !== '..') &&
    !['__proto__', 'prototype', 'constructor'].includes(file)
  );
}

const PROJECT_CHARACTERS = 16 * 1024 * 1024;

const files = v.pipe(
  v.custom<Readonly<Record<string, string>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'must be an object of file names and texts',
  ),
  v.check(
    (value) => Object.keys(value).every(isFileName),
    'must have file names such as main.py or lib/motor.py, without .., a leading slash or a backslash',
  ),
  v.record(v.string(), v.string('must be text')),
  v.check(
    (value) => Object.values(value).reduce((sum, content) => sum + content.length, 0) <= PROJECT_CHARACTERS,
    'must not be larger than 16 million characters together',
  ),
);

export const projectSchema = v.object(
  { id: projectId, name, lesson: v.optional(lessonPath), files },
  objectRule('must be a project with id, name and files'),
);

export const attemptSchema = v.object(
  {
    id: name,
    lesson: lessonPath,
    lessonVersion: text(100),
    step: name,
    check: name,
    verdict: v.picklist(
      ['passed', 'failed', 'not-reached', 'cannot-see'],
      'must be one of the four verdicts',
    ),
    judge: v.optional(v.literal('learner', 'must be learner or nothing')),
    seed: v.pipe(v.number('must be a number'), v.finite('must be finite')),
    at: time,
  },
  objectRule('must be an attempt'),
);

/** Each setting on its own, so that a stored file with one odd value keeps the others. */
export const settingSchemas = {
  theme: v.picklist(['system', 'light', 'dark'], 'must be system, light or dark'),
  language: v.picklist(['system', ...LANGUAGES], `must be system or one of ${LANGUAGES.join(', ')}`),
  lastProject: v.optional(projectId),
  speed: v.custom<Settings['speed']>(
    (value) => value === 'max' || (typeof value === 'number' && value >= 0.001 && value <= 1000),
    'must be max or a factor from 0.001 to 1000',
  ),
  programView: v.picklist(['blocks', 'text', 'split'], 'must be blocks, text or split'),
  blockLevel: v.picklist(['first-steps', 'maker', 'everything'], 'must be first-steps, maker or everything'),
  blockContrast: v.picklist(['system', 'more', 'normal'], 'must be system, more or normal'),
};

const settings = v.object(settingSchemas, objectRule('must be settings'));

const ADDRESS_RULE = 'must be a whole https: or mailto: address';
const externalAddress = v.pipe(
  text(2000),
  v.url(ADDRESS_RULE),
  v.regex(/^(https:\/\/|mailto:)/i, ADDRESS_RULE),
);

export const HOST_TABLE = {
  listProjects: [],
  readProject: [{ name: 'id', schema: projectId }],
  saveProject: [{ name: 'project', schema: projectSchema }],
  deleteProject: [{ name: 'id', schema: projectId }],
  listLessons: [],
  readLesson: [{ name: 'path', schema: lessonPath }],
  appendAttempt: [{ name: 'attempt', schema: attemptSchema }],
  listAttempts: [{ name: 'lesson', schema: lessonPath }],
  readSettings: [],
  writeSettings: [{ name: 'settings', schema: settings }],
  listPorts: [],
  openExternal: [{ name: 'address', schema: externalAddress }],
  log: [
    { name: 'level', schema: v.picklist(['info', 'warn', 'error'], 'must be info, warn or error') },
    { name: 'message', schema: v.string('must be text') },
  ],
} as const satisfies HostTable;

/** Every method, in the order of the table. */
export const HOST_METHODS = Object.keys(HOST_TABLE) as readonly HostMethod[];

export function isHostMethod(value: unknown): value is HostMethod {
  return typeof value === 'string' && Object.hasOwn(HOST_TABLE, value);
}

/**
 * Checks the arguments of a call and returns them without anything that the table does not name.
 * @throws PinlabError `invalid-argument` with one sentence naming the method, the place and the rule.
 */
export function parseHostArguments<Method extends HostMethod>(
  method: Method,
  values: readonly unknown[],
): Parameters<Host[Method]> {
  const wanted: readonly Argument<unknown>[] = HOST_TABLE[method];
  if (values.length > wanted.length) {
    throw invalid(`${method} takes ${wanted.length} argument(s), but ${values.length} were given.`);
  }
  const parsed = wanted.map(({ name, schema }, index) => {
    const result = v.safeParse(schema, values[index], { abortEarly: true });
    if (result.success) return result.output;
    const [issue] = result.issues;
    const place = [name, v.getDotPath(issue)].filter(Boolean).join('.');
    throw invalid(`${method}: ${place} ${issue.message}.`);
  });
  // The table's type ties each schema's output to the parameter at its place.
  return parsed as unknown as Parameters<Host[Method]>;
}

function invalid(message: string): PinlabError<HostErrorCode> {
  return new PinlabError('invalid-argument', message);
}
