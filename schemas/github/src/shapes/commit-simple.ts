import * as z from 'zod';
import { committer } from './committer.js';
import { timestamp } from './timestamp.js';

export const commitSimple = z
  .object({
    id: z.string(),
    tree_id: z.string(),
    message: z.string(),
    timestamp,
    author: committer,
    committer,
  })
  .describe('A commit without its files.');
