/** `pinlab board firmware`: installs MicroPython from a local file. */

import { resolve } from 'node:path';
import { portTarget } from '#electron/main/services/firmware/firmware-installer.ts';
import { DisposableStore } from '#common/lifecycle/disposable.ts';
import type {
  FirmwareFile,
  FirmwareInstaller,
  FirmwareProgress,
  FirmwareReport,
  FirmwareStep,
  FirmwareTarget,
} from '#interpreter/device/firmware.ts';
import { type Command, EXIT } from '../command.ts';
import { inputError } from '../input-error.ts';
import type { ParsedOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import type { OpenAccess } from './access.ts';
import { type Answer, JSON_OPTION, answerOrFail } from './board-command.ts';
import { Interrupts } from './interrupts.ts';
import { readBytes } from './local-files.ts';
import { onePositional } from './positionals.ts';
import { ProgressLine, percent } from './progress.ts';
import { formatSize } from './words.ts';

const STEPS: Readonly<Record<FirmwareStep, string>> = {
  connecting: 'Asking the bootloader …',
  erasing: 'Erasing everything, which takes up to a minute …',
  writing: 'Writing',
  checking: 'Checking what was written …',
  restarting: 'Waiting for the board to come back …',
};

export function firmwareCommand(openAccess: OpenAccess): Command {
  return {
    name: 'board firmware',
    synopsis: 'FILE',
    summary: 'Install MicroPython on a board from a local file.',
    details: [
      'A Pico takes a .uf2 file: hold BOOTSEL down while you plug it in, and it shows up as a drive. An ESP32 or ESP8266 takes',
      'a .bin file through its port. Nothing is downloaded; docs/firmware.md says where the files come from.',
    ].join('\n'),
    options: [
      {
        name: 'port',
        value: 'PLACE',
        help: 'Port of the ESP, or folder of the drive. Default: the only one.',
      },
      { name: 'erase', help: 'ESP only: erase everything first, saved files too.' },
      { name: 'yes', short: 'y', help: 'Do not ask before it begins.' },
      JSON_OPTION,
    ],
    run: async (options, terminal) => {
      const name = onePositional(options, 'pinlab board firmware FILE');
      const bytes = readBytes(resolve(terminal.folder, name), name);
      const installer = openAccess().firmware();
      return answerOrFail(options, terminal, () => install(installer, bytes, name, options, terminal));
    },
  };
}

async function install(
  installer: FirmwareInstaller,
  bytes: Uint8Array,
  name: string,
  options: ParsedOptions,
  terminal: Terminal,
): Promise<Answer> {
  const erase = options.has('erase');
  const file = await installer.inspect(bytes, name);
  const target = chooseTarget(file, await installer.targets(), options.text('port'));
  if (erase && target.kind === 'uf2') throw noErasing();
  terminal.err(describe(file, target, erase));
  if (!options.has('yes') && !(await agreed(terminal)))
    return { json: { installed: false }, exit: EXIT.interrupted };
  const report = await withProgress(installer, terminal, () =>
    installer.install(target.id, bytes, name, { erase }),
  );
  terminal.err(`${outcome(report)}\n`);
  return { json: { installed: true, file, target, ...report } };
}

async function withProgress<T>(
  installer: FirmwareInstaller,
  terminal: Terminal,
  task: () => Promise<T>,
): Promise<T> {
  const store = new DisposableStore();
  const line = store.add(new ProgressLine(terminal));
  const interrupts = store.add(new Interrupts(terminal, () => installer.cancel()));
  store.add(installer.onProgress((progress) => line.show(progressWords(progress))));
  try {
    return await Promise.race([task(), interrupts.givenUp]);
  } finally {
    store.dispose();
  }
}

function progressWords({ step, done, total }: FirmwareProgress): string {
  return step === 'writing' ? `${STEPS[step]}  ${percent(done, total)}` : STEPS[step];
}

function chooseTarget(
  file: FirmwareFile,
  targets: readonly FirmwareTarget[],
  named: string | undefined,
): FirmwareTarget {
  const fitting = targets.filter(({ kind }) => kind === file.kind);
  if (named !== undefined) return fitting.find(({ place }) => place === named) ?? unlisted(file, named);
  const [only, ...more] = fitting;
  if (!only) throw nowhere(file);
  if (more.length === 0) return only;
  const choices = fitting.map(({ place, name }) => `  --port ${place}   ${name}`);
  const message = 'There are several boards that it could go to.';
  throw inputError({ code: 'several-boards', message, fix: ['Name one:', ...choices].join('\n') });
}

/** A port may be one that is in no list; a drive is found by what is on it. */
function unlisted({ kind }: FirmwareFile, named: string): FirmwareTarget {
  if (kind === 'esp') return { id: portTarget(named), kind, name: named, place: named, chips: [] };
  const message = 'This is no drive of a board in its bootloader.';
  throw inputError({ code: 'no-board', message, fix: HOW_TO_BOOTSEL, where: { file: named } });
}

const HOW_TO_BOOTSEL =
  'Unplug the board, hold BOOTSEL down, plug it in, let BOOTSEL go: it shows up as a drive with INFO_UF2.TXT on it.';

function nowhere({ kind }: FirmwareFile): Error {
  const fix =
    kind === 'uf2'
      ? HOW_TO_BOOTSEL
      : 'Plug the ESP in with a USB cable that carries data, or name its port with --port.';
  return inputError({ code: 'no-board', message: 'There is no board that this file could go to.', fix });
}

function noErasing(): Error {
  const message = 'A drive cannot be erased: --erase is for ESP boards.';
  return inputError({ code: 'bad-usage', message, fix: 'Leave it out; saved files stay on a Pico.' });
}

function describe(
  { name, version, board, size }: FirmwareFile,
  target: FirmwareTarget,
  erase: boolean,
): string {
  const what =
    version === undefined ? 'Firmware that does not say it is MicroPython' : `MicroPython ${version}`;
  return [
    `${what}${board === undefined ? '' : ` for ${board}`} (${name}, ${formatSize(size)})`,
    `-> ${target.name === target.place ? '' : `${target.name} at `}${target.place}`,
    ...(erase ? ['Everything on the board is erased, saved files too.'] : []),
    '',
  ].join('\n');
}

/** One key; without a terminal nobody can be asked. */
function agreed(terminal: Terminal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const keys = terminal.readKeys(
      (text) => {
        keys?.dispose();
        terminal.err(`${text.trim()}\n`);
        resolve(/^[yY]/.test(text));
      },
      () => resolve(false),
    );
    if (keys) return terminal.err('Install it? (y/n) ');
    const fix = 'Add --yes to begin without being asked.';
    reject(inputError({ code: 'bad-usage', message: 'Nobody can be asked here whether to begin.', fix }));
  });
}

function outcome({ board, port }: FirmwareReport): string {
  if (board === 'back') return `Installed. The board is at ${port ?? 'its port'}.`;
  return 'All was written, but the board’s port did not show up yet. Unplug it, plug it in again, and look with pinlab board list.';
}
