import * as z from 'zod';

export const toolCall = z
  .object({
    callId: z.string().min(1).max(200),
    tool: z.string().min(1).max(200),
    arguments: z.string().max(64_000).describe('JSON, as the model wrote it: it may be malformed.'),
  })
  .describe("A model's wish that a tool be called.");
