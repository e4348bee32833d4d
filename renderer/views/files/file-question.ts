/** What the files of a board ask or show in a dialog. */

import type { StoredFile } from '#interpreter/device/storage.ts';
import type { TreeRow } from '../../state/board-tree.ts';

export type FileQuestion =
  | { readonly kind: 'rename'; readonly row: TreeRow }
  /** A new folder in this one. */
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'delete'; readonly row: TreeRow }
  | { readonly kind: 'replace'; readonly files: readonly StoredFile[]; readonly names: readonly string[] }
  /** A file that is no text has none. */
  | { readonly kind: 'text'; readonly row: TreeRow; readonly text: string | undefined }
  | { readonly kind: 'compare'; readonly row: TreeRow; readonly onBoard: string; readonly mine: string };

/** What can be done with a row. */
export type FileAction =
  'open' | 'download' | 'compare' | 'take' | 'rename' | 'delete' | 'uploadInto' | 'newFolderIn';
