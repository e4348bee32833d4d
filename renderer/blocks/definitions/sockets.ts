/** Talking over the network byte by byte. Source: MicroPython docs, module socket. */

import { type BlockFamily, known, menu, option, slot, statement, value } from '../block-spec.ts';
import { by } from '../program/forms.ts';

const NAMES = ['sock', 's', 'socket', 'server', 'conn', 'connection', 'cl', 'client'] as const;
const socket = known('SOCKET', ['socket.socket'], ...NAMES);

const making = [
  value('socket_new', {
    message: 'SOCKET_NEW',
    args: [menu('KIND', ['SOCKET_TCP', 'TCP'], ['SOCKET_UDP', 'UDP'])],
    tooltip: 'SOCKET_NEW_TIP',
    python: by('KIND', {
      TCP: [
        'socket.socket()',
        'socket.socket(socket.AF_INET, socket.SOCK_STREAM)',
        'socket.socket(socket.AF_INET)',
      ],
      UDP: 'socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
    }),
  }),
  value('socket_address', {
    message: 'SOCKET_ADDRESS',
    args: [slot('HOST', "''"), slot('PORT', '80')],
    tooltip: 'SOCKET_ADDRESS_TIP',
    python: ['socket.getaddrinfo($HOST, $PORT)[0][-1]', 'socket.getaddrinfo($HOST, $PORT)[0][4]'],
  }),
];

export const sockets: BlockFamily = {
  style: 'network',
  blocks: [
    ...making,
    statement('socket_join', {
      message: 'SOCKET_JOIN',
      args: [
        menu('HOW', ['SOCKET_CONNECT', 'connect'], ['SOCKET_BIND', 'bind']),
        socket,
        slot('ADDRESS', "('', 80)"),
      ],
      tooltip: 'SOCKET_JOIN_TIP',
      python: '$SOCKET.$HOW($ADDRESS)',
    }),
    statement('socket_listen', {
      message: 'SOCKET_LISTEN',
      args: [socket, option('COUNT')],
      tooltip: 'SOCKET_LISTEN_TIP',
      python: '$SOCKET.listen($COUNT)',
    }),
    value('socket_accept', {
      message: 'SOCKET_ACCEPT',
      args: [socket],
      tooltip: 'SOCKET_ACCEPT_TIP',
      python: '$SOCKET.accept()',
    }),
    statement('socket_send', {
      message: 'SOCKET_SEND',
      args: [
        menu('HOW', ['SOCKET_SEND_SOME', 'send'], ['SOCKET_SEND_ALL', 'sendall'], ['SOCKET_WRITE', 'write']),
        slot('DATA', "b''"),
        socket,
      ],
      tooltip: 'SOCKET_SEND_TIP',
      python: '$SOCKET.$HOW($DATA)',
    }),
    value('socket_receive', {
      message: 'SOCKET_RECEIVE',
      args: [menu('HOW', ['SOCKET_RECV', 'recv'], ['SOCKET_READ', 'read']), slot('COUNT', '1024'), socket],
      tooltip: 'SOCKET_RECEIVE_TIP',
      python: '$SOCKET.$HOW($COUNT)',
    }),
    value('socket_read_line', {
      message: 'SOCKET_READ_LINE',
      args: [socket],
      tooltip: 'SOCKET_READ_LINE_TIP',
      python: '$SOCKET.readline()',
    }),
    statement('socket_timeout', {
      message: 'SOCKET_TIMEOUT',
      args: [socket, slot('SECONDS', '5')],
      tooltip: 'SOCKET_TIMEOUT_TIP',
      python: '$SOCKET.settimeout($SECONDS)',
    }),
    statement('socket_reuse', {
      message: 'SOCKET_REUSE',
      args: [socket],
      tooltip: 'SOCKET_REUSE_TIP',
      python: '$SOCKET.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)',
    }),
  ],
};
