import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { repositoryDelivery } from '../shapes/repository-delivery.js';

/** GitHub's `watch` webhook. It is older than stars, and means one. */
export const watch = defineChannel('github.watch', z.object({ action: z.literal('started'), ...repositoryDelivery }), {
  description: 'A repository got a star, under the name that stars once had.',
  key: 'repository.full_name',
});
