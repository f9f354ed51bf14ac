import * as z from 'zod';

export const attachment = z
  .object({
    name: z.string().min(1).max(255),
    mediaType: z.string().min(3).max(127).describe("Its media type, such as 'image/png'."),
    sizeBytes: z.int().min(0),
    url: z
      .string()
      .max(2048)
      .regex(/^https:\/\//)
      .describe('Where it is stored.'),
  })
  .describe('A file that goes with a message; the file itself is stored elsewhere.');
