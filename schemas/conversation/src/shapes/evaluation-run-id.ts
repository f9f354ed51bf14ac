import { brand } from '@tidings/core/define';
import * as z from 'zod';

export const evaluationRunId = brand(
  z.uuid().describe('A run of an evaluation over recorded conversations.'),
  'EvaluationRunId',
).describe('A run of an evaluation over recorded conversations.');
