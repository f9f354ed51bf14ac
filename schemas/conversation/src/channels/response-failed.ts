import { defineChannel, isoDate, openEnum } from '@tidings/core/define';
import * as z from 'zod';
import { conversationId } from '../shapes/conversation-id.js';
import { responseId } from '../shapes/response-id.js';
import { turnId } from '../shapes/turn-id.js';

/** A model gave no answer, or only a part of one. */
export const responseFailed = defineChannel(
  'conversation.response.failed',
  z.object({
    conversationId,
    turnId,
    responseId,
    reason: openEnum(['rate_limited', 'timed_out', 'refused', 'unavailable', 'cancelled']),
    message: z.string().max(2_000).optional().describe('What the provider said, without what the user said.'),
    willRetry: z.boolean().default(false).describe('Whether another response to the turn is coming.'),
    failedAt: isoDate,
  }),
  { description: 'A model failed to answer a turn.', delivery: 'durable', key: 'conversationId' },
);
