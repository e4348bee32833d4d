/** Joining a wireless network. Source: MicroPython docs, class network.WLAN. */

import { type BlockFamily, condition, known, menu, object, slot, statement, value } from '../block-spec.ts';
import { by } from '../program/forms.ts';
import { doMethodOf } from './open-calls.ts';

const NAMES = ['wlan', 'wifi', 'sta', 'sta_if', 'station', 'nic', 'ap', 'ap_if'] as const;
const wlan = known('WLAN', ['network.WLAN'], ...NAMES);

export const wifi: BlockFamily = {
  style: 'network',
  blocks: [
    value('wifi_new', {
      message: 'WIFI_NEW',
      args: [menu('MODE', ['WIFI_STATION', 'STA'], ['WIFI_ACCESS_POINT', 'AP'])],
      tooltip: 'WIFI_NEW_TIP',
      python: by('MODE', {
        STA: ['network.WLAN(network.STA_IF)', 'network.WLAN(network.WLAN.IF_STA)', 'network.WLAN()'],
        AP: ['network.WLAN(network.AP_IF)', 'network.WLAN(network.WLAN.IF_AP)'],
      }),
    }),
    statement('wifi_active', {
      message: 'WIFI_ACTIVE',
      args: [wlan, condition('STATE')],
      tooltip: 'WIFI_ACTIVE_TIP',
      python: '$WLAN.active($STATE)',
    }),
    statement('wifi_connect', {
      message: 'WIFI_CONNECT',
      args: [wlan, slot('NAME', "''"), slot('PASSWORD', "''")],
      tooltip: 'WIFI_CONNECT_TIP',
      python: '$WLAN.connect($NAME, $PASSWORD)',
    }),
    value('wifi_is_connected', {
      message: 'WIFI_IS_CONNECTED',
      args: [object('WLAN', 'wlan', 'network.WLAN')],
      output: 'Boolean',
      tooltip: 'WIFI_IS_CONNECTED_TIP',
      python: '$WLAN.isconnected()',
    }),
    value('wifi_read', {
      message: 'WIFI_READ',
      args: [
        menu(
          'WHAT',
          ['WIFI_ADDRESSES', 'ifconfig'],
          ['WIFI_STATUS', 'status'],
          ['WIFI_SCAN', 'scan'],
          ['WIFI_IS_ACTIVE', 'active'],
        ),
        wlan,
      ],
      tooltip: 'WIFI_READ_TIP',
      python: '$WLAN.$WHAT()',
    }),
    value('wifi_ask', {
      message: 'WIFI_ASK',
      args: [menu('ABOUT', ['WIFI_CONFIG', 'config'], ['WIFI_STATUS', 'status']), slot('KEY', "'mac'"), wlan],
      tooltip: 'WIFI_ASK_TIP',
      python: '$WLAN.$ABOUT($KEY)',
    }),
    statement('wifi_addresses', {
      message: 'WIFI_SET_ADDRESSES',
      args: [object('WLAN', 'wlan', 'network.WLAN'), slot('ADDRESSES', "('', '', '', '')")],
      tooltip: 'WIFI_SET_ADDRESSES_TIP',
      python: '$WLAN.ifconfig($ADDRESSES)',
    }),
    statement('wifi_settings', {
      message: 'WIFI_SETTINGS',
      args: [wlan],
      tooltip: 'WIFI_SETTINGS_TIP',
      ...doMethodOf(wlan, 'config'),
    }),
    statement('disconnect', {
      message: 'DISCONNECT',
      args: [object('CONNECTION', 'wlan')],
      tooltip: 'DISCONNECT_TIP',
      python: '$CONNECTION.disconnect()',
    }),
  ],
};
