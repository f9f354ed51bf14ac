import * as z from 'zod';
import { branchRef } from './branch-ref.js';
import { webUrl } from './web-url.js';

export const pullRequestRef = z
  .object({
    url: webUrl,
    id: z.int(),
    number: z.int(),
    head: branchRef,
    base: branchRef,
  })
  .describe('A pull request, as the checks and runs for it name it.');
