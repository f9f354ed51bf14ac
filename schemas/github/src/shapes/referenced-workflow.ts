import * as z from 'zod';

export const referencedWorkflow = z
  .object({
    path: z.string(),
    sha: z.string(),
    ref: z.string().optional(),
  })
  .describe('A reusable workflow that a run called.');
