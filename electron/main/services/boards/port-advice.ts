/** Why a port could not be opened, in plain words for this system, with what to do. Facts in, error out; it asks nothing itself. */

import type { Problem } from '#common/errors/problem.ts';
import { TransportError } from '#common/transport/transport-error.ts';
import type { TransportErrorCode } from '#common/transport/transport.ts';

export interface PortFacts {
  readonly path: string;
  readonly platform: string;
  /** What the system said. */
  readonly words: string;
  /** Group that owns the port; Linux only. */
  readonly group?: string;
  /** Names of this account's programs that have the port open, as far as the system shows them. */
  readonly holders?: readonly string[];
  /** True where no USB serial port is there at all. */
  readonly hasNoUsbPort?: boolean;
  readonly vendorId?: string;
}

/** The rule that ships with Pinlab; it lets whoever sits at the computer use boards. */
export const UDEV_RULE = 'SUBSYSTEM=="tty", SUBSYSTEMS=="usb", TAG+="uaccess", ENV{ID_MM_DEVICE_IGNORE}="1"';
const UDEV_FILE = '/etc/udev/rules.d/70-pinlab-boards.rules';

/** Programs that are known to take ports for themselves, by system. */
const LIKELY_HOLDERS: Readonly<Record<string, readonly string[]>> = {
  linux: ['ModemManager', 'brltty', 'Thonny', 'Arduino IDE', 'Cura'],
  win32: ['Thonny', 'Arduino IDE', 'Cura', 'NZXT CAM', 'PuTTY'],
  darwin: ['Thonny', 'Arduino IDE', 'Cura', 'screen'],
};

/** Where the driver of a chip comes from, where a system has none of its own. */
const DRIVERS: Readonly<Record<string, string>> = {
  '1a86': 'CH340 (from wch-ic.com)',
  '10c4': 'CP210x (from silabs.com)',
  '067b': 'PL2303 (from prolific.com.tw)',
};

export function explainPort(code: TransportErrorCode | undefined, facts: PortFacts): TransportError {
  switch (code) {
    case 'permission-denied':
      return error(code, `This account may not use ${facts.path}.`, permissionProblems(facts));
    case 'busy':
      return error(code, `Another program uses ${facts.path}.`, [busyProblem(facts)]);
    case 'not-found':
      return error(code, `There is no port ${facts.path} any more.`, missingProblems(facts));
    default:
      return error('not-found', `${facts.path} could not be opened: ${facts.words}`, brokenProblems(facts));
  }
}

function error(
  code: TransportErrorCode,
  message: string,
  problems: readonly Omit<Problem, 'severity'>[],
): TransportError {
  return new TransportError(code, message, {
    problems: problems.map((problem) => ({ severity: 'error', ...problem })),
  });
}

type Hint = Omit<Problem, 'severity'>;

function permissionProblems({ platform, group, path }: PortFacts): readonly Hint[] {
  if (platform !== 'linux')
    return [
      {
        code: 'port-permission',
        message: `The system does not let this account use ${path}.`,
        fix: 'Ask whoever looks after this computer.',
      },
    ];
  const rule: Hint = {
    code: 'port-udev-rule',
    message: 'Or allow boards for everyone who sits at this computer.',
    fix: `Write this line into ${UDEV_FILE}, then plug the board in again: ${UDEV_RULE}`,
  };
  // Whoever is in root's group may do anything: nobody should have to.
  if (group === undefined || group === 'root')
    return [{ ...rule, message: `${path} belongs to root alone.` }];
  return [
    {
      code: 'port-group',
      message: `${path} belongs to the group ${group}, and this account is not in it.`,
      fix: `Run this once in a terminal, then log out and in again: sudo usermod -aG ${group} $USER`,
    },
    rule,
  ];
}

function busyProblem({ platform, path, holders = [] }: PortFacts): Hint {
  if (holders.length > 0)
    return {
      code: 'port-held',
      message: `${path} is open in ${holders.join(', ')}.`,
      fix: 'Close that program, or its connection to the board, then try again.',
    };
  const likely = (LIKELY_HOLDERS[platform] ?? []).join(', ');
  return {
    code: 'port-held',
    message: `The system does not say which program has ${path}. Often it is one of these: ${likely}.`,
    fix: 'Close other editors, serial monitors and browser pages that use the board, then try again.',
  };
}

function missingProblems({ hasNoUsbPort }: PortFacts): readonly Hint[] {
  const replug = {
    code: 'port-gone',
    message: 'The board was unplugged, or it restarted under another name.',
    fix: 'Plug it in again and choose it from the list.',
  };
  return hasNoUsbPort ? [replug, CHARGE_ONLY] : [replug];
}

const CHARGE_ONLY: Hint = {
  code: 'cable-charge-only',
  message: 'No board is plugged in that this computer can see. Some USB cables carry power and no data.',
  fix: 'Try another cable, one that came with a telephone’s data connection, and another USB socket.',
};

function brokenProblems({ platform, vendorId }: PortFacts): readonly Hint[] {
  const driver = vendorId === undefined ? undefined : DRIVERS[vendorId.toLowerCase()];
  const replug: Hint = {
    code: 'port-broken',
    message: 'The system cannot talk to what is plugged in there.',
    fix: 'Unplug the board, wait for five seconds, and plug it in again.',
  };
  if (driver === undefined || platform === 'linux') return [replug];
  return [
    replug,
    {
      code: 'driver-missing',
      message: `The board’s USB chip may need a driver: ${driver}.`,
      fix: 'Install it from the maker of the chip, then plug the board in again.',
    },
  ];
}
