import { expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from './host.ts';
import { HOST_METHODS, isHostMethod, parseHostArguments } from './host-table.ts';

const project = { id: 'lamp', name: 'Lamp', files: { 'main.py': '' } };

it.each([
  ['readProject', [], 'readProject: id must be text.'],
  ['readProject', ['A b'], 'readProject: id must be 1 to 64 lower-case letters, digits and dashes.'],
  ['saveProject', [7], 'saveProject: project must be a project with id, name and files.'],
  ['saveProject', [{ id: 'lamp', name: 'Lamp' }], 'saveProject: project.files is missing.'],
  ['saveProject', [{ ...project, name: '' }], 'saveProject: project.name must not be empty.'],
  [
    'saveProject',
    [{ ...project, files: ['x'] }],
    'saveProject: project.files must be an object of file names and texts.',
  ],
  [
    'saveProject',
    [{ ...project, files: { 'main.py': 7 } }],
    'saveProject: project.files.main.py must be text.',
  ],
  [
    'saveProject',
    [{ ...project, lesson: '../x' }],
    'saveProject: project.lesson must be <curriculum>/<unit>/<lesson> in lower-case letters, digits and dashes.',
  ],
  [
    'writeSettings',
    [{ ...DEFAULT_SETTINGS, speed: 0 }],
    'writeSettings: settings.speed must be max or a factor from 0.001 to 1000.',
  ],
  [
    'writeSettings',
    [{ ...DEFAULT_SETTINGS, language: 'tlh' }],
    'writeSettings: settings.language must be system or one of en, de, es, fr, zh-Hans, ar.',
  ],
  [
    'openExternal',
    ['http://example.org'],
    'openExternal: address must be a whole https: or mailto: address.',
  ],
  ['log', ['debug', 'x'], 'log: level must be info, warn or error.'],
  ['log', ['info', 'x', 1], 'log takes 2 argument(s), but 3 were given.'],
] as const)('%s%j is refused in one sentence', (method, values, message) => {
  expect(() => parseHostArguments(method, values)).toThrow(
    expect.objectContaining({ code: 'invalid-argument', message }),
  );
});

it('refuses a project larger than 16 million characters', () => {
  const files = { 'a.py': 'x'.repeat(9_000_000), 'b.py': 'x'.repeat(9_000_000) };
  expect(() => parseHostArguments('saveProject', [{ ...project, files }])).toThrow(
    'not be larger than 16 million',
  );
});

it('passes on what the table names and nothing else', () => {
  expect(parseHostArguments('saveProject', [{ ...project, modified: 7, extra: 1 }])).toEqual([project]);
});

it('takes addresses for the web and for mail', () => {
  for (const address of [
    'https://micropython.org/',
    'mailto:ada@example.org?subject=Pinlab',
    'HTTPS://EXAMPLE.ORG',
  ]) {
    expect(parseHostArguments('openExternal', [address])).toEqual([address]);
  }
});

it('knows its own methods and no inherited ones', () => {
  expect(HOST_METHODS.every(isHostMethod)).toBe(true);
  for (const other of ['constructor', 'toString', '__proto__', '', 7, undefined])
    expect(isHostMethod(other)).toBe(false);
});
