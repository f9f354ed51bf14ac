import { defineChannel, isoDate } from '@tidings/core/define';
import * as z from 'zod';
import { conversationId } from '../shapes/conversation-id.js';
import { modelName } from '../shapes/model-name.js';
import { responseId } from '../shapes/response-id.js';
import { turnId } from '../shapes/turn-id.js';

/** A model was asked. */
export const responseStarted = defineChannel(
  'conversation.response.started',
  z.object({ conversationId, turnId, responseId, model: modelName, startedAt: isoDate }),
  { description: 'A model began to answer a turn.', key: 'conversationId' },
);
