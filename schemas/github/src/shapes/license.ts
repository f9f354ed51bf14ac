import * as z from 'zod';
import { webUrl } from './web-url.js';

export const license = z
  .object({
    key: z.string(),
    name: z.string(),
    spdx_id: z.string(),
    url: webUrl.nullable(),
    node_id: z.string(),
  })
  .describe("A repository's license, as GitHub detected it.");
