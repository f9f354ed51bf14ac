import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { conversationChannels as channels } from '../src/generated/index.js';
import { asyncApiDiagnostics } from './async-api-diagnostics.js';

test('AsyncAPI describes every channel, and its own parser finds nothing to say', { timeout: 60_000 }, async () => {
  const text = readFileSync(new URL('../spec/asyncapi.json', import.meta.url), 'utf8');
  expect(await asyncApiDiagnostics(text)).toEqual([]);
  const document: { readonly channels: Readonly<Record<string, { readonly address: string }>> } = JSON.parse(text);
  const addresses = Object.values(document.channels).map(({ address }) => address);
  expect(addresses).toEqual(channels.map(({ name }) => name));
});
