import { defineChannel, isoDate, openEnum } from '@tidings/core/define';
import * as z from 'zod';
import { conversationId } from '../shapes/conversation-id.js';
import { evaluationRunId } from '../shapes/evaluation-run-id.js';
import { score } from '../shapes/score.js';
import { turnId } from '../shapes/turn-id.js';

/** A judge scored a turn of a conversation, or all of it. */
export const scoreRecorded = defineChannel(
  'evaluation.score.recorded',
  z.object({
    runId: evaluationRunId,
    conversationId,
    turnId: turnId.optional().describe('The turn that was judged; absent if it was the whole conversation.'),
    metric: z.string().min(1).max(100).describe("What was judged, such as 'groundedness'."),
    score,
    judge: z.object({
      kind: openEnum(['model', 'human', 'rule']),
      name: z.string().min(1).max(200),
    }),
    rationale: z.string().max(8_000).optional().describe('Why, in the words of the judge.'),
    recordedAt: isoDate,
  }),
  { description: 'A quality score of a conversation was recorded.', delivery: 'durable', key: 'runId' },
);
