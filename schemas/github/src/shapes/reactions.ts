import * as z from 'zod';
import { webUrl } from './web-url.js';

export const reactions = z
  .object({
    url: webUrl,
    total_count: z.int(),
    '+1': z.int(),
    '-1': z.int(),
    laugh: z.int(),
    hooray: z.int(),
    confused: z.int(),
    heart: z.int(),
    rocket: z.int(),
    eyes: z.int(),
  })
  .describe('How often each reaction was given.');
