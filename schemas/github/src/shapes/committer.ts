import * as z from 'zod';
import { timestamp } from './timestamp.js';

export const committer = z
  .object({
    name: z.string(),
    email: z.string().nullable(),
    date: timestamp.optional(),
    username: z.string().optional(),
  })
  .describe('Who wrote, committed or pushed, as git knows them; `username` if GitHub knows them too.');
