import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { checkConclusion } from '../shapes/check-conclusion.js';
import { checkRun as checkRunShape } from '../shapes/check-run.js';
import { checkSuite } from '../shapes/check-suite.js';
import { repositoryDelivery } from '../shapes/repository-delivery.js';
import { timestamp } from '../shapes/timestamp.js';

const requestedAction = z.object({ identifier: z.string().optional() });
const completed = checkRunShape.extend({ status: z.literal('completed'), completed_at: timestamp });

/** GitHub's `check_run` webhook. */
export const checkRun = defineChannel(
  'github.check_run',
  z.discriminatedUnion('action', [
    z.object({
      action: z.literal('created'),
      check_run: checkRunShape,
      requested_action: requestedAction.nullish(),
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('completed'),
      check_run: completed,
      requested_action: requestedAction.nullish(),
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('requested_action'),
      check_run: checkRunShape,
      requested_action: requestedAction,
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('rerequested'),
      check_run: completed.extend({
        check_suite: checkSuite.extend({ status: z.literal('completed'), conclusion: checkConclusion }),
      }),
      ...repositoryDelivery,
    }),
  ]),
  { description: 'A check of a commit was created, completed or asked for again.', key: 'repository.full_name' },
);
