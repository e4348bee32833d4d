/** Gives the worker its firmware: `import image from 'virtual:pinlab-firmware'` is the image in Base64. */

import { firmwareImage } from '../firmware/rom-image.mjs';
import { fromRoot } from './paths.mjs';

const NAME = 'virtual:pinlab-firmware';

export function firmware() {
  return {
    name: 'pinlab:firmware',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      this.addWatchFile?.(fromRoot('interpreter/shims'));
      return `export default ${JSON.stringify((await firmwareImage()).toString('base64'))};`;
    },
  };
}
