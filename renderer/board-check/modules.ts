/** Facts about module names: which old ones mean others, and which of MicroPython's are plain files that can be copied. */

/** Names with a `u` in front that MicroPython still takes for those without. */
const OLD_NAMES = new Set(
  (
    'uarray uasyncio ubinascii ubluetooth ucollections ucryptolib uerrno uhashlib uheapq uio ujson umachine uos ' +
    'uplatform urandom ure urequests uselect usocket ustruct usys utime uwebsocket uzlib'
  ).split(' '),
);

/** Part of MicroPython on some boards; on others a file with the same name does the same. */
const FILES = new Set(
  (
    'aioble aioespnow apa102 apa106 dht ds18x20 inspect lcd160cr logging lsm6dsox mip neopixel ntptime onewire requests ' +
    'ssd1306'
  ).split(' '),
);

export function foldModule(path: string): string {
  const [first = '', ...rest] = path.split('.');
  const folded = OLD_NAMES.has(first) ? first.slice(1) : first;
  return [folded, ...rest].join('.');
}

export function canBeInstalled(module: string): boolean {
  return FILES.has(module);
}
