/** Which name the palette proposes: the last variable that holds such a thing, so that new blocks fit the program at once. */

import type { Workspace } from 'blockly/core';

export type Kind = keyof typeof KINDS;

interface Named {
  readonly made: readonly string[];
  readonly fallback: string;
}

/** Constructor blocks of each kind, and the name proposed while there is none. */
const KINDS = {
  output: { made: ['pin_new'], fallback: 'led' },
  input: { made: ['pin_new'], fallback: 'button' },
  analog: { made: ['adc_new'], fallback: 'sensor' },
  dht: { made: ['dht_new'], fallback: 'dht_sensor' },
  pwm: { made: ['pwm_new'], fallback: 'pwm' },
  servo: { made: ['pwm_new'], fallback: 'servo' },
  list: { made: ['list'], fallback: 'values' },
  sonar: { made: ['ultrasonic_new'], fallback: 'sonar' },
  wire: { made: ['onewire_new'], fallback: 'wire' },
  ds18x20: { made: ['ds18x20_new'], fallback: 'ds_sensor' },
  touch: { made: ['touch_new'], fallback: 'touch' },
  timer: { made: ['timer_new', 'timer_running'], fallback: 'timer' },
  rtc: { made: ['rtc_new'], fallback: 'rtc' },
  chain: { made: ['neopixel_new'], fallback: 'np' },
  screen: { made: ['screen_new'], fallback: 'oled' },
  lcd: { made: ['lcd_new'], fallback: 'lcd' },
  i2c: { made: ['i2c_new'], fallback: 'i2c' },
  uart: { made: ['uart_new'], fallback: 'uart' },
  wifi: { made: ['wifi_new'], fallback: 'wlan' },
  socket: { made: ['socket_new'], fallback: 'sock' },
  response: { made: ['http_get', 'http_send'], fallback: 'response' },
  mqtt: { made: ['mqtt_new'], fallback: 'client' },
  loop: { made: ['loop_new'], fallback: 'loop' },
  event: { made: ['event_new'], fallback: 'event' },
  file: { made: ['file_open'], fallback: 'file' },
  watchdog: { made: ['watchdog_new'], fallback: 'wdt' },
  any: { made: [], fallback: 'x' },
} as const satisfies Readonly<Record<string, Named>>;

export function suggestName(workspace: Workspace, kind: Kind): string {
  const { made, fallback }: Named = KINDS[kind];
  const names = workspace
    .getBlocksByType('assign', true)
    .filter((block) => {
      const source = block.getInputTargetBlock('VALUE');
      if (kind === 'any') return source !== null && !source.type.endsWith('_new');
      if (!source || !made.includes(source.type)) return false;
      if (source.type !== 'pin_new') return true;
      const isOutput = ['OUT', 'OPEN_DRAIN'].includes(source.getFieldValue('MODE'));
      return isOutput === (kind === 'output');
    })
    .map((block) => String(block.getFieldValue('NAME')));
  return names.includes(fallback) ? fallback : (names.at(-1) ?? fallback);
}
