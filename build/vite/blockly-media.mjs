/** Puts Blockly's pictures beside the page as blockly-media/, in the build and in the development server. */

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fromRoot } from './paths.mjs';

const TYPES = { '.svg': 'image/svg+xml', '.png': 'image/png', '.gif': 'image/gif', '.cur': 'image/x-icon' };

export function blocklyMedia() {
  const folder = fromRoot('node_modules/blockly/media');
  // Sounds are off, so they stay out.
  const files = readdirSync(folder).filter((name) => extname(name) in TYPES);
  return {
    name: 'blockly-media',
    generateBundle() {
      for (const name of files) {
        this.emitFile({
          type: 'asset',
          fileName: `blockly-media/${name}`,
          source: readFileSync(join(folder, name)),
        });
      }
    },
    configureServer(server) {
      server.middlewares.use('/blockly-media', (request, response, next) => {
        const name = (request.url ?? '').replace(/^\/|[?#].*$/g, '');
        if (!files.includes(name)) return next();
        response.setHeader('Content-Type', TYPES[extname(name)]);
        response.end(readFileSync(join(folder, name)));
      });
    },
  };
}
