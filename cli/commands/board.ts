/** `pinlab board`: a board on a cable. Each word is a file in ../board/. */

import { nodeBoardAccess } from '../board/node-access.ts';
import { boardGroup } from '../board/group.ts';

export const board = boardGroup(nodeBoardAccess);
