/** Frames of the page. A hidden page gets none from the browser, so a slow timer stands in. */

/** Milliseconds between flushes while the page is hidden. */
const HIDDEN_PACE = 250;

export function requestFrame(callback: () => void): () => void {
  if (document.visibilityState === 'hidden') {
    const timer = setTimeout(callback, HIDDEN_PACE);
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
}
