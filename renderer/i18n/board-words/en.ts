/**
 * What is said about the learner's own board: a lesson's step for it, and the check before a program goes there, in English.
 * `instead.X` is what to use there; X stands in renderer/board-check/instead.ts.
 */

export const boardWords = {
  'onBoard.check': 'Check on {board}',
  'onBoard.watching': 'Your program runs on the board and is watched for {time}.',
  'onBoard.needed':
    'This step needs a real board. Plug it in and choose it in the list of devices. Without one, skip the step: the lesson is complete without it.',
  'onBoard.wiring': 'The wires',
  'onBoard.volts': 'Take the USB cable out before you wire. The pins of the {board} bear {volts} V at most.',
  'onBoard.printed': '(printed: {name})',
  'onBoard.ask': 'Only you can see this',
  'onBoard.yes': 'Yes',
  'onBoard.no': 'No',
  'onBoard.yourWord': 'Passed on your word.',

  'boardCheck.missingModule': 'The {board} has no module {name}.',
  'boardCheck.unknownModule':
    'There is no module {name}: not in MicroPython, not in your program, not on the board.',
  'boardCheck.missingName': 'The {board} has no {name}.',
  'boardCheck.newerVersion': '{name} needs MicroPython {since} or newer. This board has {version}.',
  'boardCheck.missingPin': 'The {board} has no pin {name}.',
  'boardCheck.otherPin': 'On the {board}, pin {name} is not the LED.',
  'boardCheck.elsewhere': 'It exists on: {boards}.',
  'instead.pinOn': 'Use `on()` or `value(1)`.',
  'instead.pinOff': 'Use `off()` or `value(0)`.',
  'instead.pinToggle': 'Use `pin.value(not pin.value())`.',
  'instead.pullDown': 'Wire a resistor of 10 kΩ from the pin to GND.',
  'instead.adcRead': 'Use `read_u16()`, which counts from 0 to 65535.',
  'instead.adcRange': 'Leave it out: this board always measures from 0 V to 3.3 V.',
  'instead.adcOneVolt': 'Leave it out: this board always measures from 0 V to 1 V.',
  'instead.adcVolts': 'Use `read_u16() * 3.3 / 65535`, which gives volts.',
  'instead.dac': 'Use PWM, or a board with a DAC such as the ESP32.',
  'instead.duty': 'Use `duty_u16()`, which counts from 0 to 65535.',
  'instead.count': 'Count in a function of your own, with `Pin.irq()`.',
  'instead.touch': 'Use a push button, or a board with touch pins such as the ESP32.',
  'instead.memory': 'Keep it in a file, with `open()`.',
  'instead.bootloader': 'Hold the board’s BOOT button while you plug it in.',
  'instead.target': 'Let the two boards talk by UART.',
  'instead.sleep': 'Use `machine.lightsleep()`.',
  'instead.resetCause': 'This board tells only `PWRON_RESET` and `WDT_RESET` apart.',
  'instead.sdCard': 'Copy the file sdcard.py to the board and use it with `machine.SPI`.',
  'instead.hall': 'MicroPython has dropped it. Use a Hall sensor on a pin.',
  'instead.chipCelsius': 'Use `esp32.mcu_temperature()`, which gives degrees Celsius.',
  'instead.chipFahrenheit': 'Use `esp32.raw_temperature()`, which gives degrees Fahrenheit.',
  'instead.uname': 'Use `sys.implementation`.',
  'instead.connected': 'Use `isconnected()`.',
  'instead.radio': 'Use a board with Wi-Fi, such as the Raspberry Pi Pico W or the ESP32.',
  'instead.bluetooth': 'Use a board with Bluetooth, such as the Raspberry Pi Pico W or the ESP32.',
  'instead.thread': 'Use `asyncio`.',
  'instead.threading': 'Use `_thread` or `asyncio`.',
  'instead.machine': 'Use `machine`, which every board has.',
  'instead.otherPython': 'It belongs to another kind of Python. Here it is `from machine import Pin`.',
  'instead.copyFile': 'Copy its file to the board, into the folder lib, or look how the name is spelled.',
  'instead.update': 'Install a newer MicroPython on the board, or leave it out.',
  'instead.led': 'Use `Pin("LED", Pin.OUT)`.',
  'instead.ledNumber': 'Write the number of the pin that the LED has on your board.',
  'instead.pinNumber': 'Choose a pin that the board has, and move the wire to it.',
} as const;

export type BoardWords = Readonly<Record<keyof typeof boardWords, string>>;
