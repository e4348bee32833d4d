/**
 * The headers of every response that carries the app, from the local server and from the desktop app's own protocol.
 * The first three make the page isolated, without which there is no SharedArrayBuffer; a response that lacks them makes a
 * worker fail without a word, hence every response.
 */

const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  // The interpreter is WebAssembly. No eval, no inline script, nothing from elsewhere.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  // Blockly and CodeMirror add <style> elements.
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data:",
  'media-src': "'self'",
  'font-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': Object.entries(POLICY)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};
