import * as z from 'zod';
import { app } from './app.js';
import { checkConclusion } from './check-conclusion.js';
import { checkSuite } from './check-suite.js';
import { deploymentSummary } from './deployment-summary.js';
import { pullRequestRef } from './pull-request-ref.js';
import { timestamp } from './timestamp.js';
import { webUrl } from './web-url.js';

export const checkRun = z
  .object({
    id: z.int(),
    node_id: z.string().optional(),
    name: z.string(),
    head_sha: z.string(),
    external_id: z.string(),
    url: webUrl,
    html_url: webUrl,
    details_url: webUrl.optional(),
    status: z.enum(['queued', 'in_progress', 'completed', 'waiting']),
    conclusion: checkConclusion.nullable(),
    started_at: timestamp,
    completed_at: timestamp.nullable(),
    output: z.object({
      title: z.string().nullish(),
      summary: z.string().nullable(),
      text: z.string().nullable(),
      annotations_count: z.int(),
      annotations_url: webUrl,
    }),
    check_suite: checkSuite,
    app,
    pull_requests: z.array(pullRequestRef),
    deployment: deploymentSummary.optional(),
  })
  .describe('A check of a commit.');
