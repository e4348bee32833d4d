import { createNodeDevice } from '#cli/node-device.ts';
import { describeDeviceContract } from '../device/device-contract.ts';
import { boardOnly } from './testing/play.ts';

describeDeviceContract('the simulated board', () => createNodeDevice(boardOnly('pico')));
