/** The few globals beyond ECMAScript that every runtime has and that answer the same everywhere. For tsconfig/pure.json only. */

declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly href: string;
}

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label?: 'utf-8', options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes?: Uint8Array, options?: { readonly stream?: boolean }): string;
}

declare function structuredClone<T>(value: T): T;
/** Base64 to and from text whose characters are bytes. */
declare function atob(base64: string): string;
declare function btoa(bytes: string): string;
