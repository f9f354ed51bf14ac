import * as z from 'zod';
import { app } from './app.js';
import { deploymentSummary } from './deployment-summary.js';
import { user } from './user.js';

export const deployment = deploymentSummary
  .extend({
    sha: z.string(),
    ref: z.string(),
    payload: z.record(z.string(), z.json()),
    transient_environment: z.boolean().optional(),
    production_environment: z.boolean().optional(),
    creator: user,
    performed_via_github_app: app.nullish(),
  })
  .describe('A deployment of a commit to an environment.');
