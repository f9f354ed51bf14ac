import * as z from 'zod';
import { checkConclusion } from './check-conclusion.js';
import { pullRequestRef } from './pull-request-ref.js';
import { referencedWorkflow } from './referenced-workflow.js';
import { timestamp } from './timestamp.js';
import { user } from './user.js';
import { webUrl } from './web-url.js';

export const workflowRunSummary = z
  .object({
    id: z.int(),
    name: z.string(),
    path: z.string().optional(),
    display_title: z.string().optional(),
    node_id: z.string(),
    head_branch: z.string(),
    head_sha: z.string(),
    run_number: z.int(),
    event: z.string(),
    status: z.enum(['requested', 'in_progress', 'completed', 'queued', 'waiting']),
    conclusion: checkConclusion.nullable(),
    workflow_id: z.int(),
    check_suite_id: z.int(),
    check_suite_node_id: z.string(),
    url: webUrl,
    html_url: webUrl,
    pull_requests: z.array(pullRequestRef),
    created_at: timestamp,
    updated_at: timestamp,
    actor: user,
    triggering_actor: user,
    run_attempt: z.int(),
    run_started_at: timestamp,
    referenced_workflows: z.array(referencedWorkflow).optional(),
  })
  .describe('A run of a workflow, as the events of what it deploys have it.');
