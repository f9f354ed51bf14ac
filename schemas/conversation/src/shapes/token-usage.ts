import * as z from 'zod';

export const tokenUsage = z
  .object({
    inputTokens: z.int().min(0),
    outputTokens: z.int().min(0),
    cachedInputTokens: z.int().min(0).default(0).describe('How many of the input tokens came from a cache.'),
  })
  .describe('What a response cost, in tokens.');
