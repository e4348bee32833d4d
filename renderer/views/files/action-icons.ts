/** The picture of each thing that can be done with a file on a board. */

import Download from '@lucide/svelte/icons/download';
import Eye from '@lucide/svelte/icons/eye';
import FileInput from '@lucide/svelte/icons/file-input';
import FolderPlus from '@lucide/svelte/icons/folder-plus';
import GitCompare from '@lucide/svelte/icons/git-compare';
import Pencil from '@lucide/svelte/icons/pencil';
import Trash2 from '@lucide/svelte/icons/trash-2';
import Upload from '@lucide/svelte/icons/upload';
import type { FileAction } from './file-question.ts';

export const ACTION_ICONS = {
  open: Eye,
  download: Download,
  compare: GitCompare,
  take: FileInput,
  rename: Pencil,
  delete: Trash2,
  uploadInto: Upload,
  newFolderIn: FolderPlus,
} as const satisfies Record<FileAction, unknown>;
