import * as z from 'zod';

export const installationLite = z
  .object({ id: z.int(), node_id: z.string() })
  .describe('The installation of a GitHub App that a delivery was sent to.');
