import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { repositoryDelivery } from '../shapes/repository-delivery.js';
import { timestamp } from '../shapes/timestamp.js';

/** GitHub's `star` webhook. */
export const star = defineChannel(
  'github.star',
  z.discriminatedUnion('action', [
    z.object({ action: z.literal('created'), starred_at: timestamp, ...repositoryDelivery }),
    z.object({ action: z.literal('deleted'), starred_at: z.null(), ...repositoryDelivery }),
  ]),
  { description: 'A repository got a star, or lost one.', key: 'repository.full_name' },
);
