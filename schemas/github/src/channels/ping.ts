import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { organization } from '../shapes/organization.js';
import { repository } from '../shapes/repository.js';
import { user } from '../shapes/user.js';
import { webhook } from '../shapes/webhook.js';

/** GitHub's `ping` webhook: the first delivery of every webhook. */
export const ping = defineChannel(
  'github.ping',
  z.object({
    zen: z.string().describe('A line of GitHub wisdom.'),
    hook_id: z.int(),
    hook: webhook,
    repository: repository.optional(),
    sender: user.optional(),
    organization: organization.optional(),
  }),
  { description: 'A webhook was set up, and GitHub tries it.' },
);
