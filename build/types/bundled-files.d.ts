/** Files that the bundler turns into values: `?raw` gives the text, `?url` an address. */

declare module '*?raw' {
  const text: string;
  export default text;
}

declare module '*?url' {
  const url: string;
  export default url;
}

declare module 'virtual:pinlab-firmware' {
  /** The boards' read-only file system, in Base64 (build/firmware/rom-image.mjs). */
  const image: string;
  export default image;
}
