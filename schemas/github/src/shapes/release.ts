import { isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { reactions } from './reactions.js';
import { releaseAsset } from './release-asset.js';
import { user } from './user.js';
import { webUrl } from './web-url.js';

export const release = z
  .object({
    url: webUrl,
    assets_url: webUrl,
    upload_url: z.string(),
    html_url: webUrl,
    id: z.int(),
    node_id: z.string(),
    tag_name: z.string(),
    target_commitish: z.string(),
    name: z.string().nullable(),
    draft: z.boolean(),
    author: user,
    prerelease: z.boolean(),
    created_at: isoDate.nullable(),
    published_at: isoDate.nullable(),
    assets: z.array(releaseAsset),
    tarball_url: webUrl.nullable(),
    zipball_url: webUrl.nullable(),
    body: z.string().nullable(),
    mentions_count: z.int().optional(),
    reactions: reactions.optional(),
    discussion_url: webUrl.optional(),
  })
  .describe('A release of a repository.');
