import * as z from 'zod';
import { user } from './user.js';

export const autoMerge = z
  .object({
    enabled_by: user.nullable(),
    merge_method: z.enum(['merge', 'squash', 'rebase']),
    commit_title: z.string().nullable(),
    commit_message: z.string().nullable(),
  })
  .describe('How a pull request will be merged once its checks pass.');
