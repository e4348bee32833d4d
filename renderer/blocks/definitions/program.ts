/** The block that a program hangs from. It leaves no trace in the text. */

import { type BlockFamily, hat } from '../block-spec.ts';
import { msg } from '../messages/texts.ts';

const PLAY =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 18 18"><path d="M5 3.5v11l9.5-5.5z" fill="#fff"/></svg>',
  );

/** The block that the program hangs from. */
export const PROGRAM_TYPE = 'program';

export const program: BlockFamily = {
  style: 'control',
  blocks: [
    hat(PROGRAM_TYPE, {
      message: 'PROGRAM',
      args: [
        { type: 'field_image', name: 'ICON', src: PLAY, width: 18, height: 18, alt: msg('PROGRAM_ICON') },
      ],
      tooltip: 'PROGRAM_TIP',
      write: () => '',
    }),
  ],
};
