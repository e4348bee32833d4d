/** Hands a file to the person: the browser puts it among the downloads, the desktop app asks where to. */

export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = fileNameOf(name);
  link.click();
  // The download has begun by the next task; the address is not needed any longer.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** Without what systems forbid in the names of files. */
export function fileNameOf(name: string): string {
  const tidy = name
    // Control characters are what this is for.
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return tidy === '' ? 'pinlab' : tidy;
}
