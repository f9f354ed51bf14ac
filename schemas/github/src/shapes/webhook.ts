import * as z from 'zod';
import { timestamp } from './timestamp.js';
import { webUrl } from './web-url.js';

export const webhook = z
  .object({
    type: z.enum(['Repository', 'Organization', 'App']),
    id: z.int(),
    name: z.string(),
    active: z.boolean(),
    app_id: z.int().optional(),
    events: z.array(z.string()).describe('Names of events, or `*` for all of them.'),
    config: z.object({
      content_type: z.enum(['json', 'form']),
      secret: z.string().optional(),
      url: webUrl,
      insecure_ssl: z.enum(['0', '1']),
    }),
    updated_at: timestamp,
    created_at: timestamp,
    url: webUrl,
    test_url: webUrl.optional(),
    ping_url: webUrl,
    deliveries_url: webUrl.optional(),
    last_response: z
      .object({ code: z.int().nullable(), status: z.string(), message: z.string().nullable() })
      .optional(),
  })
  .describe('A webhook: where GitHub sends deliveries, and of which events.');
