/** A push button: joins its two sides while pressed. Its contacts bounce only where the attribute asks for it. */

import { MICROSECOND, MILLISECOND, type Nanoseconds } from '#common/time/duration.ts';
import type { Part, PartContext, PartModel } from '../part-model.ts';

/** A tactile switch settles within 5 ms (Omron B3F data sheet: bounce time 5 ms at most). */
const BOUNCE_MAX: Nanoseconds = 5 * MILLISECOND;
const BOUNCE_MIN: Nanoseconds = 50 * MICROSECOND;

export const pushButton: Part = {
  definition: {
    type: 'push-button',
    name: 'Push button',
    description: 'Joins its two sides while it is held down.',
    wokwiType: 'wokwi-pushbutton',
    wokwiPins: { '1.l': '1', '1.r': '1', '2.l': '2', '2.r': '2' },
    pins: [
      { name: '1', role: 'passive', description: 'One side of the contact' },
      { name: '2', role: 'passive', description: 'Other side of the contact' },
    ],
    attributes: [
      {
        name: 'color',
        label: 'Color',
        type: 'string',
        default: 'red',
        options: ['red', 'green', 'yellow', 'blue', 'black', 'white'],
      },
      { name: 'bounce', label: 'Contacts bounce', type: 'boolean', default: false },
    ],
    controls: [{ kind: 'button', name: 'pressed', label: 'Press', default: false }],
    state: [{ name: 'pressed', label: 'Pressed' }],
    source: 'Omron B3F data sheet (tactile switch, bounce time); wokwi-pushbutton in the Wokwi elements',
  },
  create: (context) => createModel(context),
};

function createModel(context: PartContext): PartModel {
  const contact = context.conduct('1', '2');
  let pressed = false;
  let closed = false;
  let bouncesLeft = 0;
  const close = (now: boolean): void => {
    closed = now;
    contact.setOhms(now ? 0 : undefined);
  };
  const bounce = context.clock.createAlarm(() => {
    close(!closed);
    bouncesLeft--;
    if (bouncesLeft > 0) planBounce();
  });
  const planBounce = (): void => {
    const share = context.random.between(BOUNCE_MIN, BOUNCE_MAX / 6);
    bounce.schedule(context.clock.now() + Math.round(share));
  };
  return {
    set(_control, value) {
      if (value === pressed) return;
      pressed = value === true;
      bounce.cancel();
      close(pressed);
      if (context.attrs.bounce === true) {
        // An even number of extra flips ends where the finger wants it.
        bouncesLeft = 2 * context.random.integer(1, 3);
        planBounce();
      }
      context.changed();
    },
    snapshot: () => ({ pressed }),
    dispose: () => bounce.cancel(),
  };
}
