import { brand } from '@tidings/core/define';
import * as z from 'zod';

export const conversationId = brand(
  z.uuid().describe('A conversation, from its first turn to its end.'),
  'ConversationId',
).describe('A conversation, from its first turn to its end.');
