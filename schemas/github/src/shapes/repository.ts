import * as z from 'zod';
import { license } from './license.js';
import { repositoryLite } from './repository-lite.js';
import { timestamp } from './timestamp.js';
import { webUrl } from './web-url.js';

export const repository = repositoryLite
  .extend({
    created_at: z.union([z.int(), timestamp]),
    updated_at: timestamp,
    pushed_at: z.union([z.int(), timestamp]).nullable(),
    git_url: z.string(),
    ssh_url: z.string(),
    clone_url: webUrl,
    svn_url: webUrl,
    homepage: z.string().nullable(),
    size: z.int(),
    stargazers_count: z.int(),
    watchers_count: z.int(),
    language: z.string().nullable(),
    has_issues: z.boolean(),
    has_projects: z.boolean(),
    has_downloads: z.boolean(),
    has_wiki: z.boolean(),
    has_pages: z.boolean(),
    has_discussions: z.boolean().optional(),
    forks_count: z.int(),
    mirror_url: z.string().nullable(),
    archived: z.boolean(),
    disabled: z.boolean().optional(),
    open_issues_count: z.int(),
    license: license.nullable(),
    forks: z.int(),
    open_issues: z.int(),
    watchers: z.int(),
    stargazers: z.int().optional(),
    default_branch: z.string(),
    allow_squash_merge: z.boolean().optional(),
    allow_merge_commit: z.boolean().optional(),
    allow_rebase_merge: z.boolean().optional(),
    allow_auto_merge: z.boolean().optional(),
    allow_forking: z.boolean().optional(),
    allow_update_branch: z.boolean().optional(),
    use_squash_pr_title_as_default: z.boolean().optional(),
    squash_merge_commit_message: z.string().optional(),
    squash_merge_commit_title: z.string().optional(),
    merge_commit_message: z.string().optional(),
    merge_commit_title: z.string().optional(),
    // Not sent by older servers.
    is_template: z.boolean().optional(),
    web_commit_signoff_required: z.boolean().optional(),
    topics: z.array(z.string()).optional(),
    visibility: z.enum(['public', 'private', 'internal']).optional(),
    delete_branch_on_merge: z.boolean().optional(),
    master_branch: z.string().optional(),
    permissions: z
      .object({
        pull: z.boolean(),
        push: z.boolean(),
        admin: z.boolean(),
        maintain: z.boolean().optional(),
        triage: z.boolean().optional(),
      })
      .optional(),
    public: z.boolean().optional(),
    organization: z.string().optional(),
    custom_properties: z.record(z.string(), z.union([z.string(), z.array(z.string())]).nullable()).optional(),
  })
  .describe(
    '* A repository in full. * A delivery of `push` has some of its times as seconds since 1970, all others have strings.',
  );
