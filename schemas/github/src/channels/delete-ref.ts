import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { repositoryDelivery } from '../shapes/repository-delivery.js';

/** GitHub's `delete` webhook. */
export const deleteRef = defineChannel(
  'github.delete',
  z.object({
    ref: z.string().describe('The name of the branch or tag, without `refs/`.'),
    ref_type: z.enum(['tag', 'branch']),
    pusher_type: z.string().describe('Who pushed: `user`, or the kind of a key.'),
    ...repositoryDelivery,
  }),
  { description: 'A branch or tag was deleted.', key: 'repository.full_name' },
);
