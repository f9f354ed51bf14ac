import { defineChannel } from '@tidings/core/define';
import * as z from 'zod';
import { conversationId } from '../shapes/conversation-id.js';
import { responseId } from '../shapes/response-id.js';

/** A piece of an answer while it is being written. */
export const responseDelta = defineChannel(
  'conversation.response.delta',
  z.object({
    conversationId,
    responseId,
    index: z.int().min(0).describe('0 for the first piece: a hole in the numbers is a lost piece.'),
    text: z.string().max(8_000).describe('What comes next.'),
  }),
  { description: 'A model wrote the next piece of its answer.', key: 'conversationId' },
);
