import * as z from 'zod';

export const checkConclusion = z
  .enum(['success', 'failure', 'neutral', 'cancelled', 'timed_out', 'action_required', 'stale', 'skipped'])
  .describe('How a check, a suite of checks or a run of a workflow ended.');
