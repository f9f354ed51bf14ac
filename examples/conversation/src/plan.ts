import { createHash } from 'node:crypto';
import {
  type ConversationId,
  type MessageId,
  publishConversationEnded,
  publishConversationStarted,
  publishMessageSent,
  publishResponseCompleted,
  publishResponseFailed,
  publishTurnCompleted,
  type ResponseId,
  type Role,
  type TurnId,
} from '@tidings/conversation';
import type { EventBus, PublishedEvent, PublishOptions } from '@tidings/core';
import { dialogues } from './dialogues.js';

/** One event of a conversation, before it is published. */
export interface Step {
  /** Chosen by the publisher: published again under it, the event would still be stored once. */
  readonly id: string;
  /** For the head of the picture. */
  readonly letter: string;
  publish(bus: EventBus): Promise<PublishedEvent>;
}

/** A conversation that is going to take place. */
export interface Plan {
  readonly conversationId: ConversationId;
  readonly steps: readonly Step[];
}

/** What the letters of steps stand for. */
export const letters: Readonly<Record<string, string>> = {
  s: 'conversation.started',
  u: 'message.sent by the user',
  f: 'response.failed',
  r: 'response.completed',
  a: 'message.sent by the assistant',
  t: 'turn.completed',
  e: 'conversation.ended',
};

/** In these turns the model fails at first. */
const failing = [2, 6];

/** All conversations of a run. They are the same each time, so that each worker has its share. */
export function planConversations(count: number): readonly Plan[] {
  return Array.from({ length: count }, (_, number) => planConversation(number));
}

function planConversation(number: number): Plan {
  const id = <Id extends string>(what: string) => uuidOf(`${what} of conversation ${number}`) as Id;
  const conversationId = id<ConversationId>('id');
  const steps: Step[] = [];
  const add = (letter: string, publish: (bus: EventBus, options: PublishOptions) => Promise<PublishedEvent>) => {
    const options = { id: `${conversationId}/${steps.length}` };
    steps.push({ id: options.id, letter, publish: (bus) => publish(bus, options) });
  };
  const dialogue = dialogues[number % dialogues.length] ?? [];

  add('s', (bus, options) =>
    publishConversationStarted(bus, { conversationId, channel: 'web', locale: 'en', startedAt: new Date() }, options),
  );
  for (const [turn, [question, answer]] of dialogue.entries()) {
    const about = { conversationId, turnId: id<TurnId>(`turn ${turn}`) };
    const messageIds = [id<MessageId>(`question ${turn}`), id<MessageId>(`answer ${turn}`)] as const;
    const responseId = id<ResponseId>(`response ${turn}`);
    const say = (role: Role, messageId: MessageId, text: string) => (bus: EventBus, options: PublishOptions) =>
      publishMessageSent(bus, { ...about, messageId, role, text, locale: 'en', sentAt: new Date() }, options);

    add('u', say('user', messageIds[0], question));
    if (failing.includes(turn)) {
      const failed = { ...about, responseId: id<ResponseId>(`failed response ${turn}`) };
      add('f', (bus, options) =>
        publishResponseFailed(
          bus,
          { ...failed, reason: 'rate_limited', willRetry: true, failedAt: new Date() },
          options,
        ),
      );
    }
    const response = { ...about, responseId, text: answer, finishReason: 'stop' } as const;
    const usage = { inputTokens: question.length, outputTokens: answer.length };
    add('r', (bus, options) => publishResponseCompleted(bus, { ...response, usage, completedAt: new Date() }, options));
    add('a', say('assistant', messageIds[1], answer));
    const turnOver = { ...about, outcome: 'answered' as const, messageIds: [...messageIds], durationMs: 900 };
    add('t', (bus, options) => publishTurnCompleted(bus, { ...turnOver, completedAt: new Date() }, options));
  }
  const over = { conversationId, reason: 'resolved', turnCount: dialogue.length } as const;
  add('e', (bus, options) => publishConversationEnded(bus, { ...over, endedAt: new Date() }, options));
  return { conversationId, steps };
}

/** A UUID (version 8) that is the same for the same text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
