import * as z from 'zod';
import { repositoryRef } from './repository-ref.js';

export const branchRef = z
  .object({ ref: z.string(), sha: z.string(), repo: repositoryRef })
  .describe('A branch and the commit it is at.');
