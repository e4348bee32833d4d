/** Files that the bundler turns into values: `?raw` gives the text, `?url` an address. */

declare module '*?raw' {
  const text: string;
  export default text;
}

declare module '*?url' {
  const url: string;
  export default url;
}
