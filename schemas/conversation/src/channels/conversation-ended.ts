import { defineChannel, isoDate, openEnum } from '@tidings/core/define';
import * as z from 'zod';
import { conversationId } from '../shapes/conversation-id.js';

/** The last event of a conversation. */
export const conversationEnded = defineChannel(
  'conversation.ended',
  z.object({
    conversationId,
    reason: openEnum(['user_left', 'resolved', 'handed_over', 'timed_out', 'failed']),
    turnCount: z.int().min(0),
    endedAt: isoDate,
  }),
  { description: 'A conversation ended; nothing more is said in it.', delivery: 'durable', key: 'conversationId' },
);
