import { describe, expect, it } from 'vitest';

import { PinlabError } from '../errors/pinlab-error.ts';
import type { Host } from './host.ts';
import { answerHostCall, checkHostCalls, createRemoteHost, fromTable, type HostReply } from './host-call.ts';

/** A host of which only readProject is called. */
const hostWith = (readProject: Host['readProject']): Host =>
  fromTable<Host>((method) =>
    method === 'readProject' ? (readProject as () => Promise<unknown>) : () => never(method),
  );

function never(method: string): never {
  throw new Error(`${method} was called`);
}

const project = { id: 'lamp', name: 'Lamp', modified: 1, files: {} };

describe('the answering side', () => {
  it('calls the method with checked arguments', async () => {
    const host = hostWith(async (id) => ({ ...project, id }));
    expect(await answerHostCall(host, 'readProject', ['x'])).toEqual({
      ok: true,
      value: { ...project, id: 'x' },
    });
  });

  it('never calls the host with wrong arguments or for an unknown method', async () => {
    const host = hostWith(() => never('readProject'));
    for (const [method, values] of [
      ['readProject', ['../x']],
      ['readProject', undefined],
      ['constructor', []],
      [7, []],
    ] as const) {
      expect(await answerHostCall(host, method, values)).toMatchObject({
        ok: false,
        code: 'invalid-argument',
      });
    }
  });

  it('sends errors with code and problems, and names a bug as one', async () => {
    const problem = { severity: 'error', code: 'x', message: 'Look here.' } as const;
    const failing = hostWith(async () => {
      throw new PinlabError('not-found', 'Gone.', { problems: [problem] });
    });
    expect(await answerHostCall(failing, 'readProject', ['x'])).toEqual({
      ok: false,
      code: 'not-found',
      message: 'Gone.',
      problems: [problem],
    });
    const buggy = hostWith(async () => {
      throw new TypeError('x is undefined');
    });
    expect(await answerHostCall(buggy, 'readProject', ['x'])).toEqual({
      ok: false,
      code: 'internal',
      message: 'Pinlab made a mistake of its own: x is undefined',
    });
  });
});

describe('the calling side', () => {
  it('sends method and arguments, and gives the value', async () => {
    const calls: unknown[] = [];
    const host = createRemoteHost(async (method, values): Promise<HostReply> => {
      calls.push([method, values]);
      return { ok: true, value: project };
    });
    expect(await host.readProject('lamp')).toBe(project);
    expect(calls).toEqual([['readProject', ['lamp']]]);
  });

  it('throws the error that the other side sent', async () => {
    const host = createRemoteHost(async () => ({
      ok: false,
      code: 'storage-full',
      message: 'The disk is full.',
    }));
    const error: unknown = await host.listProjects().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PinlabError);
    expect(error).toMatchObject({ code: 'storage-full', message: 'The disk is full.', problems: [] });
  });
});

it('a checked host refuses before it calls', async () => {
  await expect(checkHostCalls(hostWith(() => never('readProject'))).readProject('A')).rejects.toMatchObject({
    code: 'invalid-argument',
  });
});
