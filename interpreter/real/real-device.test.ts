import { CONTRACT_PROGRAMS, describeDeviceContract } from '../device/device-contract.ts';
import { ScriptedBoard, type ScriptedRun } from '../repl/scripted-board.ts';
import { bench } from './testing/bench.ts';
import { fakePython } from './testing/fake-python.ts';

const P = CONTRACT_PROGRAMS;

/** Tells programs that read when there is something to read. */
class ReadingBoard extends ScriptedBoard {
  onInput: () => void = () => undefined;

  override onBytes(bytes: Uint8Array): void {
    super.onBytes(bytes);
    this.onInput();
  }
}

let board: ReadingBoard;

/** Reads lines as `input` does, with their echo. */
function echoLines(run: ScriptedRun, count: number): void {
  let line = '';
  let read = 0;
  board.onInput = () => {
    for (let byte = run.readByte(); byte !== undefined; byte = run.readByte()) {
      run.print(byte === 13 ? '\n' : String.fromCharCode(byte));
      if (byte !== 13) {
        line += String.fromCharCode(byte);
        continue;
      }
      run.print(`got ${line}\n`);
      line = '';
      read++;
    }
    if (read === count) run.finish();
  };
}

const programs = {
  [P.prints['main.py']]: (run: ScriptedRun) => {
    run.print('one\ntwo\nthree\n');
    run.finish();
  },
  [P.raises['main.py']]: (run: ScriptedRun) => {
    run.print('before\n');
    run.raise(
      'Traceback (most recent call last):\n  File "<stdin>", line 4, in <module>\n  File "<stdin>", line 2, in water\nValueError: no water\n',
    );
  },
  [P.endless['main.py']]: (run: ScriptedRun) => run.print('started\n'),
  [P.stubborn['main.py']]: (run: ScriptedRun) => {
    run.onInterrupt(() => undefined);
    run.print('started\n');
  },
  [P.echoes['main.py']]: (run: ScriptedRun) => {
    run.print('ready\n');
    echoLines(run, 2);
  },
  [P.counts['main.py']]: (run: ScriptedRun) => {
    run.print('0\n1\n2\n');
    run.finish();
  },
  [P.imports['main.py']]: (run: ScriptedRun) => {
    run.print('well pump\n');
    run.finish();
  },
};

describeDeviceContract('a scripted board on a cable', () => {
  board = new ReadingBoard({ wiring: 'auto-reset', script: fakePython({ programs }) });
  return bench({ peer: board, whenIdle: setImmediate }).device;
});
