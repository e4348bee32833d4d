/** Wires that carry bytes: I2C, SPI and UART. Source: MicroPython docs, classes machine.I2C, machine.SPI, machine.UART. */

import {
  type BlockFamily,
  known,
  menu,
  object,
  operators,
  option,
  pinSlot,
  slot,
  statement,
  value,
} from '../block-spec.ts';
import { callOf } from './open-calls.ts';

const I2C = ['machine.I2C', 'machine.SoftI2C'];
const SPI = ['machine.SPI', 'machine.SoftSPI'];
const UART = ['machine.UART', 'pyb.UART'];

const i2c = object('BUS', 'i2c', ...I2C);
const uart = known('BUS', UART, 'uart', 'serial', 'ser');
const wire = known('BUS', [...SPI, ...UART], 'uart', 'spi', 'serial', 'ser', 'hspi', 'vspi');

const i2cBlocks = [
  value('i2c_new', {
    message: 'I2C_NEW',
    args: [
      operators('KIND', { I2C: 'I2C', SoftI2C: 'SoftI2C' }),
      option('ID'),
      { ...pinSlot('SCL'), optional: true },
      { ...pinSlot('SDA'), optional: true },
      option('FREQ'),
    ],
    tooltip: 'I2C_NEW_TIP',
    python: ['I2C', 'SoftI2C'].flatMap((KIND) =>
      [
        `machine.${KIND}($ID, scl=machine.Pin($SCL), sda=machine.Pin($SDA), freq=$FREQ)`,
        `machine.${KIND}($ID, scl=$SCL, sda=$SDA, freq=$FREQ)`,
      ].map((python) => ({ python, fields: { KIND } })),
    ),
  }),
  value('i2c_scan', {
    message: 'I2C_SCAN',
    args: [known('BUS', I2C, 'i2c', 'bus')],
    tooltip: 'I2C_SCAN_TIP',
    python: '$BUS.scan()',
  }),
  value('i2c_read', {
    message: 'I2C_READ',
    args: [i2c, slot('COUNT', '1'), slot('ADDRESS', '0')],
    tooltip: 'I2C_READ_TIP',
    python: '$BUS.readfrom($ADDRESS, $COUNT)',
  }),
  value('i2c_read_register', {
    message: 'I2C_READ_REGISTER',
    args: [i2c, slot('COUNT', '1'), slot('REGISTER', '0'), slot('ADDRESS', '0')],
    tooltip: 'I2C_READ_REGISTER_TIP',
    python: '$BUS.readfrom_mem($ADDRESS, $REGISTER, $COUNT)',
  }),
  statement('i2c_write', {
    message: 'I2C_WRITE',
    args: [i2c, slot('DATA', "b''"), slot('ADDRESS', '0')],
    tooltip: 'I2C_WRITE_TIP',
    python: '$BUS.writeto($ADDRESS, $DATA)',
  }),
  statement('i2c_write_register', {
    message: 'I2C_WRITE_REGISTER',
    args: [i2c, slot('DATA', "b''"), slot('REGISTER', '0'), slot('ADDRESS', '0')],
    tooltip: 'I2C_WRITE_REGISTER_TIP',
    python: '$BUS.writeto_mem($ADDRESS, $REGISTER, $DATA)',
  }),
];

export const buses: BlockFamily = {
  style: 'data',
  blocks: [
    ...i2cBlocks,
    value('spi_new', {
      message: 'SPI_NEW',
      args: [operators('PATH', { 'machine.SPI': 'SPI', 'machine.SoftSPI': 'SoftSPI' })],
      tooltip: 'SPI_NEW_TIP',
      ...callOf('machine.SPI', 'machine.SoftSPI'),
    }),
    value('uart_new', {
      message: 'UART_NEW',
      tooltip: 'UART_NEW_TIP',
      ...callOf('machine.UART'),
    }),
    statement('bus_write', {
      message: 'BUS_WRITE',
      args: [slot('DATA', "b''"), wire],
      tooltip: 'BUS_WRITE_TIP',
      python: '$BUS.write($DATA)',
    }),
    value('bus_read', {
      message: 'BUS_READ',
      args: [slot('COUNT', '1'), wire],
      tooltip: 'BUS_READ_TIP',
      python: '$BUS.read($COUNT)',
    }),
    value('uart_read', {
      message: 'UART_READ',
      args: [
        menu('WHAT', ['UART_READ_ALL', 'read'], ['UART_READ_LINE', 'readline'], ['UART_READ_ANY', 'any']),
        uart,
      ],
      tooltip: 'UART_READ_TIP',
      python: '$BUS.$WHAT()',
    }),
  ],
};
