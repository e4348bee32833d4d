/** Types of find-browser.mjs, for the journeys' configuration and the page's benchmark. */

export function findBrowser(): Promise<string>;

export const CHROMIUM_FLAGS: string[];
