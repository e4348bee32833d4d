/** Types of find-browser.mjs, for the journeys' configuration. */

export function findBrowser(): Promise<string>;
