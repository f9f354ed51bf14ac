import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { repository } from '../shapes/repository.js';
import { repositoryDelivery } from '../shapes/repository-delivery.js';

/** GitHub's `fork` webhook. */
export const fork = defineChannel(
  'github.fork',
  z.object({
    forkee: repository.extend({ fork: z.literal(true) }).describe('The new repository.'),
    ...repositoryDelivery,
  }),
  { description: 'A repository was forked.', key: 'repository.full_name' },
);
