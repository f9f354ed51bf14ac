import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { changedText } from '../shapes/changed-text.js';
import { pullRequestReview as review } from '../shapes/pull-request-review.js';
import { pullRequestSummary } from '../shapes/pull-request-summary.js';
import { repositoryDelivery } from '../shapes/repository-delivery.js';

const subject = { pull_request: pullRequestSummary, ...repositoryDelivery };

/** GitHub's `pull_request_review` webhook. */
export const pullRequestReview = defineChannel(
  'github.pull_request_review',
  z.discriminatedUnion('action', [
    z.object({ action: z.literal('submitted'), review, ...subject }),
    z.object({
      action: z.literal('edited'),
      review,
      changes: z.object({ body: changedText.optional() }),
      ...subject,
    }),
    z.object({
      action: z.literal('dismissed'),
      review: review.extend({ state: z.literal('dismissed') }),
      ...subject,
    }),
  ]),
  { description: 'A review of a pull request was submitted, edited or dismissed.', key: 'repository.full_name' },
);
