/** Web pages and messages between things: HTTP and MQTT. Source: micropython-lib, modules requests and umqtt. */

import {
  type BlockFamily,
  known,
  menu,
  object,
  operators,
  option,
  slot,
  statement,
  value,
} from '../block-spec.ts';
import { callOf } from './open-calls.ts';

const CLIENTS = ['umqtt.simple.MQTTClient', 'umqtt.robust.MQTTClient', 'umqttsimple.MQTTClient'] as const;
const NAMES = ['client', 'mqtt', 'mqtt_client', 'mqttclient', 'mqttc', 'c'] as const;
const sureClient = known('CLIENT', CLIENTS, ...NAMES);
const client = object('CLIENT', 'client', ...CLIENTS);
const response = known('RESPONSE', ['requests.Response'], 'response', 'r', 'res', 'resp', 'reply');

const http = [
  value('http_get', {
    message: 'HTTP_GET',
    args: [slot('URL', "''"), option('HEADERS')],
    tooltip: 'HTTP_GET_TIP',
    python: 'requests.get($URL, headers=$HEADERS)',
  }),
  value('http_send', {
    message: 'HTTP_SEND',
    args: [
      menu('METHOD', ['HTTP_POST', 'post'], ['HTTP_PUT', 'put'], ['HTTP_PATCH', 'patch']),
      menu('KIND', ['HTTP_JSON', 'json'], ['HTTP_DATA', 'data']),
      slot('DATA', "''"),
      slot('URL', "''"),
      option('HEADERS'),
    ],
    tooltip: 'HTTP_SEND_TIP',
    python: ['post', 'put', 'patch'].flatMap((METHOD) =>
      ['json', 'data'].map((KIND) => ({
        python: `requests.${METHOD}($URL, ${KIND}=$DATA, headers=$HEADERS)`,
        fields: { METHOD, KIND },
      })),
    ),
  }),
  value('http_read', {
    message: 'HTTP_READ',
    args: [
      menu(
        'WHAT',
        ['HTTP_TEXT', 'text'],
        ['HTTP_DECODED', 'json'],
        ['HTTP_STATUS', 'status_code'],
        ['HTTP_BYTES', 'content'],
      ),
      response,
    ],
    tooltip: 'HTTP_READ_TIP',
    python: [{ python: '$RESPONSE.json()', fields: { WHAT: 'json' } }, '$RESPONSE.$WHAT'],
  }),
];

const mqtt = [
  value('mqtt_new', {
    message: 'MQTT_NEW',
    args: [
      operators('PATH', Object.fromEntries(CLIENTS.map((path) => [path, path.replace('.MQTTClient', '')]))),
    ],
    tooltip: 'MQTT_NEW_TIP',
    ...callOf(...CLIENTS),
  }),
  statement('mqtt_connect', {
    message: 'MQTT_CONNECT',
    args: [sureClient],
    tooltip: 'MQTT_CONNECT_TIP',
    python: '$CLIENT.connect()',
  }),
  statement('mqtt_publish', {
    message: 'MQTT_PUBLISH',
    args: [slot('MESSAGE', "b''"), slot('TOPIC', "b''"), client, option('RETAIN'), option('QOS')],
    tooltip: 'MQTT_PUBLISH_TIP',
    python: '$CLIENT.publish($TOPIC, $MESSAGE, retain=$RETAIN, qos=$QOS)',
  }),
  statement('mqtt_subscribe', {
    message: 'MQTT_SUBSCRIBE',
    args: [client, slot('TOPIC', "b''")],
    tooltip: 'MQTT_SUBSCRIBE_TIP',
    python: '$CLIENT.subscribe($TOPIC)',
  }),
  statement('mqtt_callback', {
    message: 'MQTT_CALLBACK',
    args: [client, slot('CALLBACK', 'None')],
    tooltip: 'MQTT_CALLBACK_TIP',
    python: '$CLIENT.set_callback($CALLBACK)',
  }),
  statement('mqtt_look', {
    message: 'MQTT_LOOK',
    args: [
      menu('HOW', ['MQTT_CHECK', 'check_msg'], ['MQTT_WAIT', 'wait_msg'], ['MQTT_PING', 'ping']),
      sureClient,
    ],
    tooltip: 'MQTT_LOOK_TIP',
    python: [
      { python: '$CLIENT.check_msg()', fields: { HOW: 'check_msg' }, certain: true },
      { python: '$CLIENT.wait_msg()', fields: { HOW: 'wait_msg' }, certain: true },
      { python: '$CLIENT.ping()', fields: { HOW: 'ping' } },
    ],
  }),
];

export const web: BlockFamily = { style: 'network', blocks: [...http, ...mqtt] };
