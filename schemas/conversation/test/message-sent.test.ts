import { decodeData, MemoryBus } from '@tidings/core';
import { describe, expect, test } from 'vitest';
import { messageSent } from '../src/channels/message-sent.js';

const first = {
  conversationId: '0198c5a4-7b1e-7c3a-9d51-2f6b8f1f5a01',
  turnId: '0198c5a4-7b1e-7c3a-9d51-2f6b8f1f5a02',
  messageId: '0198c5a4-7b1e-7c3a-9d51-2f6b8f1f5a03',
  role: 'user',
  text: 'Hello?',
  sentAt: '2026-03-01T10:30:00.000+01:00',
};

describe('conversation.message.sent', () => {
  test('is at its second version', () => {
    expect(messageSent.version).toBe(2);
  });

  test('reads a message of the first version as one in an unknown language', () => {
    expect(decodeData(messageSent, first, 1)).toEqual({
      ...first,
      attachments: [],
      sentAt: new Date('2026-03-01T09:30:00.000Z'),
      locale: 'und',
    });
  });

  test('refuses as the second version what has no locale', () => {
    expect(() => decodeData(messageSent, first, 2)).toThrow('locale');
  });

  test('refuses as the first version what its own schema refuses', () => {
    expect(() => decodeData(messageSent, { ...first, text: 'x'.repeat(32_001) }, 1)).toThrow('text');
  });

  test('publishes the second version, with defaults filled in and moments in UTC', () => {
    const read = decodeData(messageSent, first, 1);
    const { attachments, ...data } = { ...read, locale: 'en' };
    expect(attachments).toEqual([]);
    const { body } = new MemoryBus().encode(messageSent, data);
    expect(JSON.parse(body)).toMatchObject({
      type: 'conversation.message.sent',
      dataversion: 2,
      data: { ...first, sentAt: '2026-03-01T09:30:00.000Z', attachments: [], locale: 'en' },
    });
  });

  test('takes a role that it does not know yet', () => {
    expect(decodeData(messageSent, { ...first, role: 'supervisor' }, 1)).toHaveProperty('role', 'supervisor');
  });
});
