import { defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { changedText } from '../shapes/changed-text.js';
import { issue } from '../shapes/issue.js';
import { label } from '../shapes/label.js';
import { milestone } from '../shapes/milestone.js';
import { repository } from '../shapes/repository.js';
import { repositoryDelivery } from '../shapes/repository-delivery.js';
import { user } from '../shapes/user.js';

/** GitHub's `issues` webhook. */
export const issues = defineChannel(
  'github.issues',
  z.discriminatedUnion('action', [
    z.object({ action: z.literal('deleted'), issue, ...repositoryDelivery }),
    z.object({
      action: z.enum(['pinned', 'unpinned']),
      // GitHub leaves these out when an issue is pinned.
      issue: issue.partial({ labels: true, state: true, locked: true, assignee: true }),
      ...repositoryDelivery,
    }),
    z.object({ action: z.enum(['assigned', 'unassigned']), issue, assignee: user.nullish(), ...repositoryDelivery }),
    z.object({ action: z.enum(['labeled', 'unlabeled']), issue, label: label.optional(), ...repositoryDelivery }),
    z.object({
      action: z.literal('opened'),
      issue: issue.extend({ state: z.literal('open'), closed_at: z.null() }),
      changes: z
        .object({ old_issue: issue, old_repository: repository })
        .optional()
        .describe('Where the issue was, if it was transferred here.'),
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('edited'),
      issue,
      label: label.optional(),
      changes: z.object({ body: changedText.optional(), title: changedText.optional() }),
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('closed'),
      issue: issue.extend({ state: z.literal('closed'), closed_at: isoDate }),
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('reopened'),
      issue: issue.extend({ state: z.literal('open') }),
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('locked'),
      issue: issue.extend({ locked: z.literal(true) }),
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('unlocked'),
      issue: issue.extend({ locked: z.literal(false), active_lock_reason: z.null().optional() }),
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('milestoned'),
      issue: issue.extend({ milestone }),
      milestone: milestone.optional().describe('Not sent by older servers.'),
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('demilestoned'),
      issue: issue.extend({ milestone: z.null() }),
      milestone: milestone.optional().describe('The milestone that it left. Not sent by older servers.'),
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('transferred'),
      issue,
      changes: z.object({ new_issue: issue, new_repository: repository }),
      ...repositoryDelivery,
    }),
  ]),
  { description: 'An issue was opened, changed or closed.', key: 'repository.full_name' },
);
