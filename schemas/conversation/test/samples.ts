import type { AnyChannel } from '@tidings/core';
import { conversationEnded } from '../src/channels/conversation-ended.js';
import { conversationStarted } from '../src/channels/conversation-started.js';
import { evaluationRunCompleted } from '../src/channels/evaluation-run-completed.js';
import { evaluationRunStarted } from '../src/channels/evaluation-run-started.js';
import { messageSent } from '../src/channels/message-sent.js';
import { responseCompleted } from '../src/channels/response-completed.js';
import { responseDelta } from '../src/channels/response-delta.js';
import { responseFailed } from '../src/channels/response-failed.js';
import { responseStarted } from '../src/channels/response-started.js';
import { scoreRecorded } from '../src/channels/score-recorded.js';
import { turnCompleted } from '../src/channels/turn-completed.js';
import { turnStarted } from '../src/channels/turn-started.js';

const conversationId = '0198c5a4-7b1e-7c3a-9d51-2f6b8f1f5a01';
const turnId = '0198c5a4-7b1e-7c3a-9d51-2f6b8f1f5a02';
const messageId = '0198c5a4-7b1e-7c3a-9d51-2f6b8f1f5a03';
const responseId = '0198c5a4-7b1e-7c3a-9d51-2f6b8f1f5a04';
const runId = '0198c5a4-7b1e-7c3a-9d51-2f6b8f1f5a05';
const at = '2026-03-01T09:30:00.250Z';

/** A payload in wire form, with nothing left to defaults, for every channel of this package. */
export const samples: readonly { readonly channel: AnyChannel; readonly wire: Record<string, unknown> }[] = [
  { channel: conversationStarted, wire: { conversationId, channel: 'web', locale: 'pt-BR', startedAt: at } },
  { channel: conversationEnded, wire: { conversationId, reason: 'resolved', turnCount: 3, endedAt: at } },
  { channel: turnStarted, wire: { conversationId, turnId, index: 0, startedAt: at } },
  {
    channel: turnCompleted,
    wire: { conversationId, turnId, outcome: 'answered', messageIds: [messageId], durationMs: 1250, completedAt: at },
  },
  {
    channel: messageSent,
    wire: {
      conversationId,
      turnId,
      messageId,
      role: 'user',
      text: 'Onde está o meu pedido?',
      attachments: [
        { name: 'order.png', mediaType: 'image/png', sizeBytes: 48_213, url: 'https://files.example/o.png' },
      ],
      sentAt: at,
      locale: 'pt-BR',
    },
  },
  { channel: responseStarted, wire: { conversationId, turnId, responseId, model: 'example-1', startedAt: at } },
  { channel: responseDelta, wire: { conversationId, responseId, index: 0, text: 'O seu' } },
  {
    channel: responseCompleted,
    wire: {
      conversationId,
      turnId,
      responseId,
      text: 'O seu pedido chega amanhã.',
      toolCalls: [{ callId: 'call-1', tool: 'find_order', arguments: '{"order":"77"}' }],
      finishReason: 'stop',
      usage: { inputTokens: 812, outputTokens: 9, cachedInputTokens: 512 },
      completedAt: at,
    },
  },
  {
    channel: responseFailed,
    wire: {
      conversationId,
      turnId,
      responseId,
      reason: 'rate_limited',
      message: 'try later',
      willRetry: true,
      failedAt: at,
    },
  },
  {
    channel: evaluationRunStarted,
    wire: { runId, suite: 'orders', candidate: 'example-1', caseCount: 200, labels: { branch: 'main' }, startedAt: at },
  },
  {
    channel: scoreRecorded,
    wire: {
      runId,
      conversationId,
      turnId,
      metric: 'groundedness',
      score: { kind: 'number', value: 0.92 },
      judge: { kind: 'model', name: 'judge-1' },
      rationale: 'Every claim is in the order.',
      recordedAt: at,
    },
  },
  {
    channel: evaluationRunCompleted,
    wire: {
      runId,
      outcome: 'passed',
      scoredCount: 199,
      failedCount: 1,
      metrics: [{ metric: 'groundedness', scoreCount: 199, mean: 0.9 }],
      completedAt: at,
    },
  },
];
