import { defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { conversationId } from '../shapes/conversation-id.js';
import { locale } from '../shapes/locale.js';

/** The first event of a conversation. */
export const conversationStarted = defineChannel(
  'conversation.started',
  z.object({
    conversationId,
    channel: z.string().min(1).max(50).describe("Where it takes place, such as 'web' or 'phone'."),
    locale: locale.default('und'),
    startedAt: isoDate,
  }),
  { description: 'A conversation began.', delivery: 'durable', key: 'conversationId' },
);
