/** Brings older diagrams up to the present version, one step at a time. Knows versions, not electricity. */

import { DIAGRAM_VERSION } from './diagram.ts';

/** Turns the data of one version into the next. Keyed by the version it starts from; version 1 is the first there is. */
type Migration = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
const MIGRATIONS: Readonly<Record<number, Migration>> = {};

export type Migrated =
  | { readonly data: Readonly<Record<string, unknown>> }
  | { readonly error: { readonly code: string; readonly message: string; readonly fix: string } };

/** @param data the diagram as read from its file, with any `version`. */
export function migrateDiagram(
  data: Readonly<Record<string, unknown>>,
  migrations: Readonly<Record<number, Migration>> = MIGRATIONS,
  target: number = DIAGRAM_VERSION,
): Migrated {
  const { version } = data;
  if (version === undefined) {
    return fail(
      'missing-version',
      'The diagram does not say which version of the format it uses.',
      `Add "version": ${target}.`,
    );
  }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return fail(
      'bad-version',
      `The version must be a whole number, not ${JSON.stringify(version)}.`,
      `Write "version": ${target}.`,
    );
  }
  if (version > target) {
    return fail(
      'newer-version',
      `The diagram uses version ${version} of the format, but this Pinlab knows versions up to ${target}.`,
      'Update Pinlab to open it.',
    );
  }
  let migrated = data;
  for (let from = version; from < target; from++) {
    const migrate = migrations[from];
    if (!migrate) {
      return fail(
        'bad-version',
        `There is no way to read version ${from} of the format.`,
        `Write "version": ${target}.`,
      );
    }
    migrated = { ...migrate(migrated), version: from + 1 };
  }
  return { data: migrated };
}

function fail(code: string, message: string, fix: string): Migrated {
  return { error: { code, message, fix } };
}
