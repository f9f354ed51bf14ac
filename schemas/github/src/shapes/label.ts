import * as z from 'zod';
import { webUrl } from './web-url.js';

export const label = z
  .object({
    id: z.int(),
    node_id: z.string(),
    url: webUrl,
    name: z.string(),
    description: z.string().nullish(),
    color: z.string(),
    default: z.boolean(),
  })
  .describe('A label of issues and pull requests.');
