import { defineChannel, isoDate, openEnum } from '@tidings/core/define';
import * as z from 'zod';
import { conversationId } from '../shapes/conversation-id.js';
import { messageId } from '../shapes/message-id.js';
import { turnId } from '../shapes/turn-id.js';

/** A turn has its answer, or has none coming. */
export const turnCompleted = defineChannel(
  'conversation.turn.completed',
  z.object({
    conversationId,
    turnId,
    outcome: openEnum(['answered', 'cancelled', 'failed']),
    messageIds: z.array(messageId).max(1000).describe('The messages of the turn, oldest first.'),
    durationMs: z.int().min(0),
    completedAt: isoDate,
  }),
  { description: 'A turn of a conversation ended.', delivery: 'durable', key: 'conversationId' },
);
