/** Names of modules that programs import whole. */

/** What `from module import *` brings, of what blocks know. Source: MicroPython docs; micro:bit MicroPython docs. */
export const STARRED: Readonly<Record<string, readonly string[]>> = {
  machine: words(
    'Pin ADC PWM I2C SoftI2C SPI SoftSPI UART Timer RTC WDT Signal TouchPad reset soft_reset idle lightsleep deepsleep ' +
      'unique_id freq reset_cause time_pulse_us',
  ),
  time: words(
    'sleep sleep_ms sleep_us ticks_ms ticks_us ticks_cpu ticks_diff ticks_add time time_ns localtime gmtime mktime',
  ),
  math: words(
    'sin cos tan asin acos atan atan2 sqrt pow exp log log10 pi e radians degrees floor ceil trunc fabs',
  ),
  random: words('randint random choice uniform randrange seed getrandbits'),
  microbit: words(
    'display Image button_a button_b accelerometer compass temperature running_time sleep reset panic i2c spi uart pin_logo ' +
      'pin_speaker speaker microphone set_volume pin0 pin1 pin2 pin3 pin4 pin5 pin6 pin7 pin8 pin9 pin10 pin11 pin12 pin13 ' +
      'pin14 pin15 pin16 pin19 pin20',
  ),
};

function words(list: string): readonly string[] {
  return list.split(' ');
}
