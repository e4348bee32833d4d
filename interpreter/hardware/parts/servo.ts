/** A hobby servo: turns to the angle that the pulse length asks for, at its own speed. It may open a vent in the world. */

import { MICROSECOND, MILLISECOND, type Nanoseconds } from '#common/time/duration.ts';
import type { Part, PartContext, PartModel, PwmSignal } from '../part-model.ts';
import { watchSupply } from './supply.ts';

const FULL_TURN = 180;
const PULSE_MIN: Nanoseconds = 500 * MICROSECOND;
const PULSE_MAX: Nanoseconds = 2500 * MICROSECOND;
/** Pulses this far outside the range still count as its end. */
const PULSE_SLACK: Nanoseconds = 200 * MICROSECOND;
/** Pulses are wanted about every 20 ms; analog servos accept this range, Hz. */
const FREQUENCY_MIN = 40;
const FREQUENCY_MAX = 330;
/** 60 degrees in 0.1 s, degrees per ns. */
const SPEED = 60 / (100 * MILLISECOND);
const STEP: Nanoseconds = 20 * MILLISECOND;
/** The data sheet says 4.8 V; 3.3 V boards move small ones, slowly. Taken as enough. */
const MIN_SUPPLY_VOLTS = 3;

export const servo: Part = {
  definition: {
    type: 'servo',
    name: 'Servo',
    description:
      'Turns its arm to an angle from 0° to 180°. Wants PWM of 50 Hz with pulses from 0.5 ms (0°) to 2.5 ms (180°).',
    wokwiType: 'wokwi-servo',
    pins: [
      { name: 'GND', role: 'ground', description: 'Ground, brown wire' },
      { name: 'V+', role: 'power', description: 'Supply, red wire: 5 V' },
      { name: 'PWM', role: 'input', description: 'Signal, orange wire' },
    ],
    attributes: [
      { name: 'drives', label: 'Moves', type: 'string', default: 'none', options: ['none', 'vent'] },
    ],
    controls: [],
    state: [
      { name: 'angle', label: 'Angle', unit: '°' },
      { name: 'target', label: 'Wanted angle', unit: '°' },
    ],
    source:
      'Tower Pro SG90 data sheet (speed, period); pulse range as wokwi-servo in the Wokwi documentation',
  },
  create: (context) => createModel(context),
};

function createModel(context: PartContext): PartModel {
  const signal = context.pin('PWM');
  const { clock } = context;
  let angle = 0;
  let target = 0;
  let movedAt: Nanoseconds = 0;

  const move = (): void => {
    const reach = (clock.now() - movedAt) * SPEED;
    movedAt = clock.now();
    if (supply.volts() === undefined || angle === target) return;
    angle = Math.abs(target - angle) <= reach ? target : angle + Math.sign(target - angle) * reach;
    if (context.attrs.drives === 'vent') context.world?.drive('vent', angle / FULL_TURN);
    context.changed();
    if (angle !== target) step.schedule(clock.now() + STEP);
  };
  const step = clock.createAlarm(move);
  const update = (): void => {
    move();
    const pwm = signal.pwm();
    const wanted = pwm && wantedAngle(context, pwm);
    if (wanted !== undefined && wanted !== target) {
      target = wanted;
      context.changed();
    }
    if (angle !== target) step.schedule(clock.now() + STEP);
  };
  const supply = watchSupply(context, { plus: 'V+', ground: 'GND', minimum: MIN_SUPPLY_VOLTS }, () =>
    update(),
  );
  signal.onChange(update);
  update();
  return {
    snapshot: () => ({ angle: Math.round(angle * 10) / 10, target: Math.round(target * 10) / 10 }),
    dispose: () => step.cancel(),
  };
}

/** Angle of a pulse; undefined where the signal is none (the arm stays where it is). */
function wantedAngle(context: PartContext, { frequency, duty }: PwmSignal): number | undefined {
  const pulse = (duty * 1_000_000_000) / frequency;
  if (duty === 0) return undefined;
  const fits = pulse >= PULSE_MIN - PULSE_SLACK && pulse <= PULSE_MAX + PULSE_SLACK;
  if (!fits || frequency < FREQUENCY_MIN || frequency > FREQUENCY_MAX) {
    context.notice(
      'servo-signal',
      `${context.label} (${context.id}) does not understand its signal. Use 50 Hz with pulses from 0.5 ms to 2.5 ms.`,
    );
    return undefined;
  }
  const share = (pulse - PULSE_MIN) / (PULSE_MAX - PULSE_MIN);
  return Math.round(Math.min(1, Math.max(0, share)) * FULL_TURN * 100) / 100;
}
