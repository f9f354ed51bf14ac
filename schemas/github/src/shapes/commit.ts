import * as z from 'zod';
import { commitSimple } from './commit-simple.js';
import { webUrl } from './web-url.js';

export const commit = commitSimple
  .extend({
    distinct: z.boolean(),
    url: webUrl,
    added: z.array(z.string()),
    modified: z.array(z.string()),
    removed: z.array(z.string()),
  })
  .describe('A pushed commit with the paths that it touched.');
