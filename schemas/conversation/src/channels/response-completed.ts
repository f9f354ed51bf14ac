import { defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { conversationId } from '../shapes/conversation-id.js';
import { finishReason } from '../shapes/finish-reason.js';
import { responseId } from '../shapes/response-id.js';
import { tokenUsage } from '../shapes/token-usage.js';
import { toolCall } from '../shapes/tool-call.js';
import { turnId } from '../shapes/turn-id.js';

/** A model has answered; the whole text is here, so that readers of pieces can check theirs. */
export const responseCompleted = defineChannel(
  'conversation.response.completed',
  z.object({
    conversationId,
    turnId,
    responseId,
    text: z.string().max(32_000),
    toolCalls: z.array(toolCall).max(100).default([]),
    finishReason: finishReason.describe('Why the model stopped.'),
    usage: tokenUsage,
    completedAt: isoDate,
  }),
  { description: 'A model completed its answer to a turn.', delivery: 'durable', key: 'conversationId' },
);
