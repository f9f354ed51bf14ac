import { checkRun } from './check-run.js';

export const deploymentCheckRun = checkRun
  .pick({
    id: true,
    name: true,
    node_id: true,
    head_sha: true,
    external_id: true,
    url: true,
    html_url: true,
    details_url: true,
    status: true,
    conclusion: true,
    started_at: true,
    completed_at: true,
  })
  .required({ node_id: true, details_url: true })
  .describe('The check that stands for a deployment made by a workflow.');
