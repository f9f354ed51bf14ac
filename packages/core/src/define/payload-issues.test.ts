import { expect, test } from 'vitest';
import * as z from 'zod';
import { decodeData } from '../channel/decode-data.js';
import { isTidingsError } from '../errors/tidings-error.js';
import { defineChannel } from './define-channel.js';

function refusal(run: () => unknown): readonly { readonly path: readonly (string | number)[] }[] {
  try {
    run();
  } catch (error) {
    if (isTidingsError(error, 'invalid_payload')) return error.issues;
    throw error;
  }
  return [];
}

test('a member of a union that fits nowhere in very many places is reported as any other', () => {
  const numbers = defineChannel('it.counted', z.object({ counts: z.union([z.string(), z.array(z.number())]) }));
  const issues = refusal(() => decodeData(numbers, { counts: Array.from({ length: 200_000 }, () => '') }));
  expect(issues[0]?.path[0]).toBe('counts');
});
