import { describe, expect, it } from 'vitest';
import { Emitter } from '#common/lifecycle/emitter.ts';
import { DeviceError } from '../../device/device-error.ts';
import { EagerTimers } from '../testing/eager-timers.ts';
import { type LinkFaults, openStorage, replOf } from './testing/linked-board.ts';
import { PythonBoard } from './testing/python-board.ts';
import { pythonText } from './testing/samples.ts';

const python = await PythonBoard.start();
const board = replOf(python);
const timers = new EagerTimers(setImmediate);
const OLD = pythonText(1900);
const NEW = pythonText(2048);

async function save(faults: LinkFaults): Promise<{ outcome: string; sent: number }> {
  python.write('/main.py', OLD);
  const { storage, transport } = await openStorage(board, python, {
    ...faults,
    timers,
    onCancel: new Emitter<void>().event,
  });
  const outcome = await storage.save([{ path: '/main.py', bytes: NEW }]).then(
    () => 'saved',
    (error: unknown) => (error instanceof DeviceError ? error.code : String(error)),
  );
  return { outcome, sent: transport.written.length };
}

describe('x', () => {
  it('y', async () => {
    const t0 = performance.now();
    const { outcome, sent } = await save({});
    console.log(outcome, sent);
    const seen = new Map<string, number>();
    for (let at = 0; at <= sent; at += 1) {
      const r = await save({ sending: { cutAt: at } });
      const content = python.text('/main.py');
      const k =
        r.outcome +
        (content === new TextDecoder().decode(NEW)
          ? ' new'
          : content === new TextDecoder().decode(OLD)
            ? ' old'
            : 'BAD');
      seen.set(k, (seen.get(k) ?? 0) + 1);
    }
    console.log(seen, performance.now() - t0);
  }, 200000);
});
