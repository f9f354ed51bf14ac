import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { changedText } from '../shapes/changed-text.js';
import { issue } from '../shapes/issue.js';
import { issueComment as comment } from '../shapes/issue-comment.js';
import { repositoryDelivery } from '../shapes/repository-delivery.js';

const subject = { issue, comment, ...repositoryDelivery };

/** GitHub's `issue_comment` webhook. Comments on pull requests count: their issue has `pull_request`. */
export const issueComment = defineChannel(
  'github.issue_comment',
  z.discriminatedUnion('action', [
    z.object({ action: z.enum(['created', 'deleted']), ...subject }),
    z.object({ action: z.literal('edited'), changes: z.object({ body: changedText.optional() }), ...subject }),
  ]),
  {
    description: 'A comment on an issue or a pull request was written, edited or deleted.',
    key: 'repository.full_name',
  },
);
