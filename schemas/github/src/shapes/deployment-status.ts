import * as z from 'zod';
import { app } from './app.js';
import { timestamp } from './timestamp.js';
import { user } from './user.js';
import { webUrl } from './web-url.js';

export const deploymentStatus = z
  .object({
    url: webUrl,
    id: z.int(),
    node_id: z.string(),
    state: z.enum(['pending', 'in_progress', 'success', 'failure', 'error', 'waiting', 'queued']),
    creator: user,
    description: z.string(),
    environment: z.string(),
    environment_url: z.string().optional(),
    log_url: webUrl.optional(),
    target_url: z.string(),
    created_at: timestamp,
    updated_at: timestamp,
    deployment_url: webUrl,
    repository_url: webUrl,
    performed_via_github_app: app.nullish(),
  })
  .describe('How far a deployment is.');
