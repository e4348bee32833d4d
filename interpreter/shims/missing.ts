/** Modules that boards have and the simulator does not have yet: importing one says so, instead of "no module named". */

const NAMES = [
  '_thread',
  'apa106',
  'bluetooth',
  'btree',
  'cryptolib',
  'ds18x20',
  'esp',
  'esp32',
  'espnow',
  'neopixel',
  'network',
  'ntptime',
  'onewire',
  'pyb',
  'requests',
  'rp2',
  'socket',
  'ssl',
  'stm',
  'urequests',
  'usocket',
  'websocket',
];

export const MISSING_MODULES: Readonly<Record<string, string>> = Object.fromEntries(
  NAMES.map((name) => [
    `${name}.py`,
    `raise ImportError("the module '${name}' is not simulated yet. Your program is fine: run it on a real board.")\n`,
  ]),
);
