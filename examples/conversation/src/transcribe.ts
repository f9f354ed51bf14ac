import { setTimeout as wait } from 'node:timers/promises';
import {
  conversationEnded,
  conversationStarted,
  messageSent,
  responseCompleted,
  responseFailed,
  turnCompleted,
} from '@tidings/conversation';
import type { EventBus, EventOf, Subscription } from '@tidings/core';
import type { Line, WorkerName } from './record.js';
import type { TranscriptFolder } from './transcript-folder.js';

/** The group that writes transcripts. */
export const group = 'transcripts';

type TranscriptChannel =
  | typeof conversationStarted
  | typeof messageSent
  | typeof responseCompleted
  | typeof responseFailed
  | typeof turnCompleted
  | typeof conversationEnded;

/** What a transcript is made of. */
export const channels: readonly TranscriptChannel[] = [
  conversationStarted,
  messageSent,
  responseCompleted,
  responseFailed,
  turnCompleted,
  conversationEnded,
];

/** Joins the group, as one of its workers. */
export function transcribe(
  bus: EventBus,
  worker: WorkerName,
  folder: TranscriptFolder,
  handled: (id: string) => void,
): Promise<Subscription> {
  return bus.subscribe(
    channels,
    async (event, { signal }) => {
      folder.begin(worker, event.id);
      // Something that takes a while, and can be stopped: a model that looks for names to strike out, say.
      await wait(5 + 40 * Math.random(), undefined, { signal });
      const { id, channel, attempt } = event;
      const line: Line = { id, channel, worker, attempt, at: Date.now(), text: tell(event) };
      folder.append(event.data.conversationId, line);
      handled(id);
    },
    { group, concurrency: 16 },
  );
}

/** What happened, in a sentence. */
function tell(event: EventOf<TranscriptChannel>): string {
  switch (event.channel) {
    case 'conversation.started':
      return `A conversation begins (${event.data.channel}, ${event.data.locale}).`;
    case 'conversation.message.sent':
      return `${event.data.role}: ${event.data.text}`;
    case 'conversation.response.completed':
      return `The model has answered (${event.data.usage.outputTokens} tokens, ${event.data.finishReason}).`;
    case 'conversation.response.failed':
      return `The model has not answered (${event.data.reason})${event.data.willRetry ? ', and is asked again' : ''}.`;
    case 'conversation.turn.completed':
      return `A turn is over (${event.data.outcome}).`;
    case 'conversation.ended':
      return `The conversation ends after ${event.data.turnCount} turns (${event.data.reason}).`;
  }
}
