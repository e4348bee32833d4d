/** Runs a task once the page has nothing better to do, at the latest after a second. Returns how to call it off. */
export function whenIdle(task: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(task);
    return () => clearTimeout(timer);
  }
  const id = window.requestIdleCallback(task, { timeout: 1000 });
  return () => window.cancelIdleCallback(id);
}
