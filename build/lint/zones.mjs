/** Turns the layer table into zones of import-x/no-restricted-paths. */

import { COMPOSITION_ROOTS, LAYERS } from './layers.mjs';
import { fromRoot } from '../vite/paths.mjs';

function allowed({ folder, may, libraries }) {
  const packages = libraries.includes('*')
    ? ['node_modules']
    : libraries.map((name) => `node_modules/${name}`);
  return [...new Set([folder, ...may, ...packages])];
}

function zoneOf(layer) {
  const { folder, may, libraries } = layer;
  const words = may.length > 0 ? `itself, ${may.join(', ')}` : 'itself';
  const packages = libraries.length > 0 ? ` and these packages: ${libraries.join(', ')}` : ' and no package';
  return {
    target: fromRoot(folder),
    from: fromRoot('.').replace(/[/\\]$/, ''),
    except: allowed(layer).map((path) => `./${path}`),
    message: `${folder} may import ${words}${packages} (build/lint/layers.mjs). Pass it in from a composition root: ${COMPOSITION_ROOTS.join(', ')}.`,
  };
}

export const ZONES = LAYERS.map(zoneOf);
