/** What the palette offers for networks, tasks, files, numbers, texts and lists. */

import { ITEM } from '../shape.ts';
import {
  block,
  type Entry,
  late,
  maker,
  name,
  named,
  number,
  suggested,
  type TemplateSlot,
  words,
} from './entry.ts';

const wlan = { WLAN: suggested('wifi') };
const socket = { SOCKET: suggested('socket') };
const client = { CLIENT: suggested('mqtt') };
const yes: TemplateSlot = { block: block('constant', {}, { VALUE: 'True' }) };
const call = (called: string): TemplateSlot => ({
  block: block('call_value', {}, { NAME: called }, { args: [] }),
});
const bytes = (said: string): TemplateSlot => ({
  block: block('text_literal', {}, { SOURCE: `b'${said}'` }),
});

export const network: readonly Entry[] = [
  named('wlan', maker('wifi_new')),
  maker('wifi_active', { ...wlan, STATE: yes }),
  maker('wifi_connect', { ...wlan, NAME: words('school'), PASSWORD: words('secret') }),
  maker('wifi_is_connected', wlan),
  maker('wifi_read', wlan),
  late('wifi_ask', { KEY: words('mac'), ...wlan }),
  late('wifi_settings', { ...wlan, [`${ITEM}0`]: words('plants') }, {}, { args: ['essid='] }),
  late('wifi_addresses', { ...wlan, ADDRESSES: name('addresses') }),
  late('disconnect', { CONNECTION: suggested('wifi') }),
  named('response', maker('http_get', { URL: words('http://example.com') })),
  named('response', late('http_send', { DATA: name('data'), URL: words('http://example.com') })),
  maker('http_read', { RESPONSE: suggested('response') }),
  named(
    'client',
    maker(
      'mqtt_new',
      { [`${ITEM}0`]: words('plant'), [`${ITEM}1`]: words('test.mosquitto.org') },
      {},
      {
        args: ['', ''],
      },
    ),
  ),
  maker('mqtt_connect', client),
  maker('mqtt_publish', { MESSAGE: words('on'), TOPIC: words('garden/pump'), ...client }),
  maker('mqtt_callback', { ...client, CALLBACK: name('on_message') }),
  maker('mqtt_subscribe', { ...client, TOPIC: words('garden/pump') }),
  maker('mqtt_look', client),
  named('sock', late('socket_new')),
  named('address', late('socket_address', { HOST: words('example.com'), PORT: number(80) })),
  late('socket_join', { ...socket, ADDRESS: name('address') }),
  late('socket_listen', { ...socket, COUNT: number(1) }),
  late('socket_accept', socket),
  late('socket_send', { DATA: bytes('hello'), ...socket }),
  late('socket_receive', { COUNT: number(1024), ...socket }),
  late('socket_read_line', socket),
  late('socket_timeout', { ...socket, SECONDS: number(5) }),
  late('socket_reuse', socket),
];

export const tasks: readonly Entry[] = [
  late('task_sleep', { TIME: number(1) }),
  late('task_start', { TASK: call('blink') }),
  named('task', late('task_new', { TASK: call('blink') })),
  late('task_gather', { [`${ITEM}0`]: call('blink'), [`${ITEM}1`]: call('read') }, {}, { args: ['', ''] }),
  late('task_run', { TASK: call('main') }),
  named('event', late('event_new')),
  late('event_do', { EVENT: suggested('event') }),
  late('event_wait', { EVENT: suggested('event') }),
  named('loop', late('loop_new')),
  late('loop_start', { TASK: call('blink'), LOOP: suggested('loop') }),
  late('loop_run', { LOOP: suggested('loop') }),
  late('loop_run_until', { LOOP: suggested('loop'), TASK: call('main') }),
  late('thread_start', {
    FUNCTION: name('blink'),
    ARGUMENTS: { block: block('tuple', {}, {}, { items: 0 }) },
  }),
];

const file = { FILE: suggested('file') };

export const files: readonly Entry[] = [
  named('file', maker('file_open', { NAME: words('log.txt') }, { MODE: 'a' })),
  maker('file_write', { DATA: words('Hello'), ...file }),
  maker('file_read', file),
  maker('close', { THING: suggested('file') }),
  late('flush', file),
  maker('file_names'),
  late('file_manage', { NAME: words('log.txt') }),
  late('file_rename', { OLD: words('log.txt'), NEW: words('old.txt') }),
];

const any = suggested('any');
const list = suggested('list');

export const moreMath: readonly Entry[] = [
  maker('random_choice', { LIST: list }),
  maker('random_part'),
  late('random_uniform', { LOW: number(0), HIGH: number(5) }),
  late('random_below', { STOP: number(10) }),
  late('random_range', { START: number(0), STOP: number(100), STEP: number(5) }),
  late('random_bits', { COUNT: number(8) }),
  late('random_seed', { SEED: number(1) }),
  maker('math_function', { X: any }),
  maker('math_constant'),
  late('math_two', { X: any, Y: number(2) }),
  late('math_log', { X: any }),
];

const text = { TEXT: any };

export const moreText: readonly Entry[] = [
  late('text_change', text),
  late('text_split', { ...text, AT: words(',') }),
  late('text_join_list', { LIST: list, TEXT: words(', ') }),
  late('text_replace', { ...text, OLD: words(','), NEW: words('.') }),
  late('text_test', { ...text, PART: words('GET') }),
  late('text_find', { PART: words('/on'), ...text }),
  late('text_format', { TEXT: words('{} °C'), [`${ITEM}0`]: any }, {}, { args: [''] }),
  late('text_bytes', text),
  late('text_code', { VALUE: number(255) }),
];

const values = { LIST: list };
const dict = { DICT: name('ages') };

export const moreLists: readonly Entry[] = [
  maker('length', values),
  maker('list_add', { ITEM: number(1), ...values }),
  maker('list_insert', { ITEM: number(1), ...values, INDEX: number(0) }),
  maker('list_take', values),
  maker('list_remove', { ITEM: number(1), ...values }),
  maker('list_change', values),
  maker('list_sum', values),
  maker('list_from', values),
  late('list_find', { ITEM: number(1), ...values }),
  maker('range', { [`${ITEM}0`]: number(10) }, {}, { items: 1 }),
  late('dict_get', { KEY: words('Ada'), ...dict, DEFAULT: number(0) }),
  late('dict_parts', dict),
  late('json_read', { SOURCE: any }),
  late('json_text', { DATA: any }),
  late('json_save', { DATA: any, FILE: suggested('file') }),
  late('bytes_pack', { [`${ITEM}0`]: words('<h'), [`${ITEM}1`]: any }, {}, { args: ['', ''] }),
  late('bytes_unpack', { DATA: any, FORMAT: words('<h') }),
  late('bytes_hex', { DATA: any }),
  named('samples', late('array_new', { KIND: words('h'), VALUES: list })),
];
