/** What the sensors with a voltage output share: supply, measured value, output voltage, a snapshot when a tenth changed. */

import type { PartContext, PartModel } from '../part-model.ts';
import { watchSupply } from './supply.ts';
import { measure } from './surroundings.ts';

export interface AnalogSensorOptions {
  /** World variable that it measures. */
  readonly variable: string;
  /** Name of the measured value in the snapshot. */
  readonly stateName: string;
  readonly outputPin: string;
  readonly minimumSupply: number;
  /** What the sensor can measure; beyond, it stays at its end. */
  readonly min: number;
  readonly max: number;
  /** Output voltage for a measured value. */
  voltsAt(value: number): number;
}

/** Without supply the output floats. The snapshot shows the surroundings to a tenth and the output to a millivolt. */
export function createAnalogSensor(context: PartContext, options: AnalogSensorOptions): PartModel {
  const output = context.pin(options.outputPin);
  let [tenths, millivolts] = [NaN, NaN];
  const update = (): void => {
    const value = Math.min(options.max, Math.max(options.min, measured.value()));
    const volts = supply.volts() === undefined ? undefined : options.voltsAt(value);
    output.drive(volts);
    const shown = [Math.round(measured.value() * 10), Math.round((volts ?? 0) * 1000)] as const;
    if (shown[0] === tenths && shown[1] === millivolts) return;
    [tenths, millivolts] = shown;
    context.changed();
  };
  const supply = watchSupply(context, { plus: 'VCC', ground: 'GND', minimum: options.minimumSupply }, () =>
    update(),
  );
  const measured = measure(context, options.variable, () => update());
  update();
  return {
    set: (_control, value) => measured.set(value),
    snapshot: () => ({ [options.stateName]: tenths / 10, voltage: millivolts / 1000 }),
  };
}
