import { commitSimple } from './commit-simple.js';
import { repositoryLite } from './repository-lite.js';
import { user } from './user.js';
import { webUrl } from './web-url.js';
import { workflowRunSummary } from './workflow-run-summary.js';

export const workflowRun = workflowRunSummary
  .extend({
    artifacts_url: webUrl,
    cancel_url: webUrl,
    check_suite_url: webUrl,
    head_commit: commitSimple,
    head_repository: repositoryLite,
    actor: user.optional().describe('Not sent by older servers.'),
    triggering_actor: user.optional().describe('Not sent by older servers.'),
    jobs_url: webUrl,
    logs_url: webUrl,
    repository: repositoryLite,
    rerun_url: webUrl,
    workflow_url: webUrl,
    previous_attempt_url: webUrl.nullable(),
  })
  .describe('A run of a workflow.');
