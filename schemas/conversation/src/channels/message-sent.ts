import { defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { attachment } from '../shapes/attachment.js';
import { conversationId } from '../shapes/conversation-id.js';
import { locale } from '../shapes/locale.js';
import { messageId } from '../shapes/message-id.js';
import { role } from '../shapes/role.js';
import { turnId } from '../shapes/turn-id.js';

const V1 = z.object({
  conversationId,
  turnId,
  messageId,
  role: role.describe('Who sent it.'),
  text: z.string().max(32_000),
  attachments: z.array(attachment).max(20).default([]),
  sentAt: isoDate,
});

const V2 = V1.extend({ locale: locale.describe("The language of the text: 'en', 'pt-BR'; 'und' if unknown.") });

/** A participant's message is complete. Version 2 says in which language. */
export const messageSent = defineChannel('conversation.message.sent', V1, {
  description: 'A participant sent a message.',
  delivery: 'durable',
  key: 'conversationId',
}).evolve(V2, { up: (v1) => ({ ...v1, locale: 'und' }) });
