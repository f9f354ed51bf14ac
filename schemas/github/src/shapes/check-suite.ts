import * as z from 'zod';
import { app } from './app.js';
import { checkConclusion } from './check-conclusion.js';
import { deploymentSummary } from './deployment-summary.js';
import { pullRequestRef } from './pull-request-ref.js';
import { timestamp } from './timestamp.js';
import { webUrl } from './web-url.js';

export const checkSuite = z
  .object({
    id: z.int(),
    node_id: z.string().optional(),
    head_branch: z.string().nullable(),
    head_sha: z.string(),
    status: z.enum(['queued', 'in_progress', 'completed', 'waiting']),
    conclusion: checkConclusion.nullable(),
    url: webUrl,
    before: z.string().nullable(),
    after: z.string().nullable(),
    pull_requests: z.array(pullRequestRef),
    deployment: deploymentSummary.optional(),
    app,
    created_at: timestamp,
    updated_at: timestamp,
  })
  .describe('The checks of one app for one push.');
