import { defineChannel, isoDate, openEnum } from '@tidings/core/define';
import * as z from 'zod';
import { evaluationRunId } from '../shapes/evaluation-run-id.js';

const metricSummary = z.object({
  metric: z.string().min(1).max(100),
  scoreCount: z.int().min(1),
  mean: z.number().min(0).max(1).nullable().describe('Null where scores are labels.'),
});

/** An evaluation ended. */
export const evaluationRunCompleted = defineChannel(
  'evaluation.run.completed',
  z.object({
    runId: evaluationRunId,
    outcome: openEnum(['passed', 'failed', 'cancelled']),
    scoredCount: z.int().min(0),
    failedCount: z.int().min(0).describe('Cases that could not be judged.'),
    metrics: z.array(metricSummary).max(200),
    completedAt: isoDate,
  }),
  { description: 'A run of an evaluation ended.', delivery: 'durable', key: 'runId' },
);
