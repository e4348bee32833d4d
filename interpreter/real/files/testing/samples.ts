/** Contents of files for tests: the same size gives the same bytes. */

import { createRandom } from '#common/random/random.ts';

/** What no compressor shortens. */
export function noise(size: number, seed = 1): Uint8Array {
  const random = createRandom(seed, 'files');
  return Uint8Array.from({ length: size }, () => random.integer(0, 255));
}

const LINES = [
  'from machine import ADC, Pin, PWM\n',
  'import time\n\n',
  'soil = ADC(Pin(26))\npump = Pin(15, Pin.OUT)\n\n\n',
  'def moisture():\n    """Percent of water in the soil."""\n',
  '    raw = soil.read_u16()\n    return 100 - raw * 100 // 65535\n\n\n',
  'def water(seconds):\n    pump.on()\n    time.sleep(seconds)\n    pump.off()\n\n\n',
  'while True:\n    level = moisture()\n    print("soil", level, "%")\n',
  '    if level < 30:\n        water(2)\n    time.sleep(1)\n\n\n',
];

/** Something like a program. */
export function pythonText(size: number): Uint8Array {
  const random = createRandom(size, 'files');
  let text = '';
  while (text.length < size)
    text += (LINES[random.integer(0, LINES.length - 1)] ?? '').replace(
      /\d+/g,
      () => `${random.integer(0, 999)}`,
    );
  return utf8(text.slice(0, size));
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
