import { defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { conversationId } from '../shapes/conversation-id.js';
import { turnId } from '../shapes/turn-id.js';

/** A user's move opened a turn. */
export const turnStarted = defineChannel(
  'conversation.turn.started',
  z.object({
    conversationId,
    turnId,
    index: z.int().min(0).describe('0 for the first turn of the conversation.'),
    startedAt: isoDate,
  }),
  { description: 'A turn of a conversation began.', key: 'conversationId' },
);
