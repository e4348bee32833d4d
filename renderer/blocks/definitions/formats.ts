/** Values as text and as bytes: JSON, struct, hex, array. Source: MicroPython docs, modules json, struct, binascii, array. */

import { type BlockFamily, menu, slot, statement, value } from '../block-spec.ts';
import { by } from '../program/forms.ts';
import { callOf } from './open-calls.ts';

export const formats: BlockFamily = {
  style: 'variables',
  blocks: [
    value('json_read', {
      message: 'JSON_READ',
      args: [menu('FROM', ['JSON_TEXT', 'loads'], ['JSON_FILE', 'load']), slot('SOURCE', "''")],
      tooltip: 'JSON_READ_TIP',
      python: by('FROM', { loads: 'json.loads($SOURCE)', load: 'json.load($SOURCE)' }),
    }),
    value('json_text', {
      message: 'JSON_MAKE',
      args: [slot('DATA', '{}')],
      tooltip: 'JSON_MAKE_TIP',
      python: 'json.dumps($DATA)',
    }),
    statement('json_save', {
      message: 'JSON_SAVE',
      args: [slot('DATA', '{}'), slot('FILE', 'file')],
      tooltip: 'JSON_SAVE_TIP',
      python: 'json.dump($DATA, $FILE)',
    }),
    value('bytes_pack', {
      message: 'BYTES_PACK',
      tooltip: 'BYTES_PACK_TIP',
      ...callOf('struct.pack'),
    }),
    value('bytes_unpack', {
      message: 'BYTES_UNPACK',
      args: [slot('DATA', "b''"), slot('FORMAT', "''")],
      tooltip: 'BYTES_UNPACK_TIP',
      python: 'struct.unpack($FORMAT, $DATA)',
    }),
    value('bytes_hex', {
      message: 'BYTES_HEX',
      args: [menu('WAY', ['BYTES_TO_HEX', 'hexlify'], ['BYTES_FROM_HEX', 'unhexlify']), slot('DATA', "b''")],
      tooltip: 'BYTES_HEX_TIP',
      python: by('WAY', {
        hexlify: 'binascii.hexlify($DATA)',
        unhexlify: 'binascii.unhexlify($DATA)',
      }),
    }),
    value('array_new', {
      message: 'ARRAY_NEW',
      args: [slot('KIND', "'h'"), slot('VALUES', '[]')],
      tooltip: 'ARRAY_NEW_TIP',
      python: 'array.array($KIND, $VALUES)',
    }),
  ],
};
