import * as z from 'zod';

export const lockReason = z
  .enum(['resolved', 'off-topic', 'too heated', 'spam'])
  .describe('Why a conversation was locked.');
