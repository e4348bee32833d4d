import { describe, expect, it } from 'vitest';
import { type LinePolicy, linePolicy, type LineStep } from './line-policy.ts';

/** `10` is DTR on and RTS off; a number with `ms` is a wait. */
function spell(steps: readonly LineStep[] | undefined): string | undefined {
  const flag = (isOn: boolean): string => (isOn ? '1' : '0');
  return steps
    ?.map((step) => ('wait' in step ? `${step.wait}ms` : flag(step.dtr) + flag(step.rts)))
    .join(' ');
}

const spellAll = ({ openWith, open, close, reset }: LinePolicy) => [
  spell([openWith]),
  spell(open),
  spell(close),
  spell(reset),
];

const PICO = { vendorId: '2e8a', productId: '0005' };
const CH340 = { vendorId: '1A86', productId: '7523' };
const CP210X = { vendorId: '10c4', productId: 'ea60' };
const JTAG = { vendorId: '303a', productId: '1001' };
const UNKNOWN = { vendorId: 'ffff', productId: '0001' };
const PULSE = '01 100ms 00';

describe('lines of a board', () => {
  it.each([
    // board, system, while opening, after opening, before closing, reset
    [PICO, 'linux', '11', '11', '10 00', undefined],
    [PICO, 'darwin', '11', '11', '10 00', undefined],
    [PICO, 'win32', '10', '11', '10 00', undefined],
    [CH340, 'linux', '11', '00', '00', PULSE],
    [CH340, 'darwin', '11', '00', '00', PULSE],
    [CH340, 'win32', '00', '00', '00', PULSE],
    [CP210X, 'linux', '11', '00', '00', PULSE],
    [CP210X, 'win32', '00', '00', '00', PULSE],
    [JTAG, 'linux', '11', '00', '00', PULSE],
    [JTAG, 'win32', '00', '00', '00', PULSE],
    [UNKNOWN, 'linux', '11', '11', '10 00', undefined],
    [UNKNOWN, 'win32', '10', '11', '10 00', undefined],
    [{}, 'linux', '11', '11', '10 00', undefined],
  ])('%o on %s', (ids, platform, ...wanted) => {
    expect(spellAll(linePolicy({ ...ids, platform }))).toEqual(wanted);
  });

  it.each([
    ['both-off', PICO, 'win32', '00', '00', '00', undefined],
    ['both-on', CP210X, 'win32', '00', '10 11', '10 00', '01 100ms 11'],
    ['both-on', CH340, 'linux', '11', '11', '10 00', '01 100ms 11'],
    ['dtr-only', PICO, 'win32', '10', '10', '10 00', undefined],
    ['dtr-only', CH340, 'linux', '11', '10', '10 00', '01 100ms 10'],
    ['rts-only', CH340, 'win32', '00', '01', '00', '01 100ms 01'],
  ] as const)('a person chose %s for %o on %s', (choice, ids, platform, ...wanted) => {
    expect(spellAll(linePolicy({ ...ids, platform, choice }))).toEqual(wanted);
  });

  it('never come by RTS alone, which would restart the board, while a port opens or closes', () => {
    for (const platform of ['linux', 'darwin', 'win32'])
      for (const ids of [PICO, CH340, CP210X, JTAG, UNKNOWN])
        for (const choice of [undefined, 'both-off', 'both-on', 'dtr-only'] as const) {
          const { openWith, open, close } = linePolicy({ ...ids, platform, choice });
          // Windows sets RTS first, then DTR; elsewhere both change at once.
          let [dtr, rts] = [openWith.dtr, openWith.rts];
          const seen = [[dtr, rts]];
          for (const step of [...open, ...close]) {
            if ('wait' in step) continue;
            if (platform === 'win32') seen.push([dtr, step.rts]);
            [dtr, rts] = [step.dtr, step.rts];
            seen.push([dtr, rts]);
          }
          expect(seen).not.toContainEqual([false, true]);
          expect(seen.at(-1)).toEqual([false, false]);
        }
  });
});
