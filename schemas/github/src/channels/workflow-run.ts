import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { repositoryDelivery } from '../shapes/repository-delivery.js';
import { workflow } from '../shapes/workflow.js';
import { workflowRun as workflowRunShape } from '../shapes/workflow-run.js';

/** GitHub's `workflow_run` webhook. */
export const workflowRun = defineChannel(
  'github.workflow_run',
  z.object({
    action: z.enum(['requested', 'in_progress', 'completed']),
    workflow,
    workflow_run: workflowRunShape,
    ...repositoryDelivery,
  }),
  { description: 'A run of a GitHub Actions workflow was requested, began or ended.', key: 'repository.full_name' },
);
