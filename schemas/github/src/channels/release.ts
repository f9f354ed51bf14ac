import { defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { changedText } from '../shapes/changed-text.js';
import { release as releaseShape } from '../shapes/release.js';
import { repositoryDelivery } from '../shapes/repository-delivery.js';

/** GitHub's `release` webhook. */
export const release = defineChannel(
  'github.release',
  z.discriminatedUnion('action', [
    z.object({ action: z.enum(['created', 'deleted', 'released']), release: releaseShape, ...repositoryDelivery }),
    z.object({
      action: z.literal('edited'),
      release: releaseShape,
      changes: z.object({ body: changedText.optional(), name: changedText.optional() }),
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('prereleased'),
      release: releaseShape.extend({ prerelease: z.literal(true) }),
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('published'),
      release: releaseShape.extend({ published_at: isoDate }),
      ...repositoryDelivery,
    }),
    z.object({
      action: z.literal('unpublished'),
      release: releaseShape.extend({ published_at: z.null() }),
      ...repositoryDelivery,
    }),
  ]),
  { description: 'A release was drafted, published, edited or deleted.', key: 'repository.full_name' },
);
