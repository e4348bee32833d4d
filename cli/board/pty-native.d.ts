/** As much of the pseudo-terminal package as pty.ts uses: its native part, without the child process that the package is about. */
declare module '@lydell/node-pty/requireBinary.js' {
  interface NativePty {
    /** Both ends, as file descriptors that do not block, and the path of the end for others. */
    open(
      columns: number,
      rows: number,
    ): { readonly master: number; readonly slave: number; readonly pty: string };
  }
  const native: { requireBinary(file: 'pty.node'): NativePty };
  export default native;
}
