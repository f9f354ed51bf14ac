import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { repositoryDelivery } from '../shapes/repository-delivery.js';

/** GitHub's `create` webhook. */
export const createRef = defineChannel(
  'github.create',
  z.object({
    ref: z.string().describe('The name of the branch or tag, without `refs/`.'),
    ref_type: z.enum(['tag', 'branch']),
    master_branch: z.string().describe("The repository's default branch."),
    description: z.string().nullable().describe("The repository's description."),
    pusher_type: z.string().describe('Who pushed: `user`, or the kind of a key.'),
    ...repositoryDelivery,
  }),
  { description: 'A branch or tag was created.', key: 'repository.full_name' },
);
