import { defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { evaluationRunId } from '../shapes/evaluation-run-id.js';
import { modelName } from '../shapes/model-name.js';

/** An evaluation of recorded conversations began. */
export const evaluationRunStarted = defineChannel(
  'evaluation.run.started',
  z.object({
    runId: evaluationRunId,
    suite: z.string().min(1).max(200).describe('The set of cases that are judged.'),
    candidate: modelName.describe('The model under evaluation.'),
    caseCount: z.int().min(1).max(1_000_000),
    labels: z.record(z.string().max(100), z.string().max(500)).default({}).describe('What the run is to be found by.'),
    startedAt: isoDate,
  }),
  { description: 'A run of an evaluation began.', delivery: 'durable', key: 'runId' },
);
