/** The Python side of the simulator, as text by file name; the worker puts it into the interpreter's file system. */

import asyncioCombine from './asyncio/combine.py?raw';
import asyncioCore from './asyncio/core.py?raw';
import asyncioInit from './asyncio/__init__.py?raw';
import asyncioSync from './asyncio/sync.py?raw';
import boot from './_boot.py?raw';
import dht from './dht.py?raw';
import machineAdc from './machine/adc.py?raw';
import machineInit from './machine/__init__.py?raw';
import machinePin from './machine/pin.py?raw';
import machinePwm from './machine/pwm.py?raw';
import machineSignal from './machine/signal.py?raw';
import machineTimer from './machine/timer.py?raw';
import micropython from './micropython.py?raw';
import { MISSING_MODULES } from './missing.ts';
import time from './time.py?raw';
import uasyncio from './uasyncio.py?raw';

export const SHIMS: Readonly<Record<string, string>> = {
  '_boot.py': boot,
  'asyncio/__init__.py': asyncioInit,
  'asyncio/combine.py': asyncioCombine,
  'asyncio/core.py': asyncioCore,
  'asyncio/sync.py': asyncioSync,
  'dht.py': dht,
  'machine/__init__.py': machineInit,
  'machine/adc.py': machineAdc,
  'machine/pin.py': machinePin,
  'machine/pwm.py': machinePwm,
  'machine/signal.py': machineSignal,
  'machine/timer.py': machineTimer,
  'micropython.py': micropython,
  'time.py': time,
  'uasyncio.py': uasyncio,
  ...MISSING_MODULES,
};
