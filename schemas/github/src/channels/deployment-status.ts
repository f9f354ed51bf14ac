import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { deployment } from '../shapes/deployment.js';
import { deploymentCheckRun } from '../shapes/deployment-check-run.js';
import { deploymentStatus as deploymentStatusShape } from '../shapes/deployment-status.js';
import { repositoryDelivery } from '../shapes/repository-delivery.js';
import { workflow } from '../shapes/workflow.js';
import { workflowRunSummary } from '../shapes/workflow-run-summary.js';

/** GitHub's `deployment_status` webhook. */
export const deploymentStatus = defineChannel(
  'github.deployment_status',
  z.object({
    action: z.literal('created').optional().describe('Not sent by older servers.'),
    deployment_status: deploymentStatusShape,
    deployment,
    check_run: deploymentCheckRun.optional(),
    workflow: workflow.optional(),
    workflow_run: workflowRunSummary.optional(),
    ...repositoryDelivery,
  }),
  { description: 'A deployment got further, or failed.', key: 'repository.full_name' },
);
