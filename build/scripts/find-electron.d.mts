/** Path of Electron's binary, or undefined where there is none. */
export function findElectron(): string | undefined;
/** True where a window can be shown. */
export function hasDisplay(): boolean;
/** Lets the electron package fetch its own binary; undefined where that fails. */
export function fetchElectron(): Promise<string | undefined>;
