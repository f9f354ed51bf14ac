import { emitAsyncApi } from '@tidings/codegen';
import { expect, test } from 'vitest';
import { githubChannels as channels } from '../src/generated/index.js';
import { asyncApiDiagnostics } from './async-api-diagnostics.js';
import { contractModel } from './contract-model.js';

test('AsyncAPI describes every channel, and its own parser finds nothing to say', { timeout: 60_000 }, async () => {
  const [file] = emitAsyncApi(await contractModel('github'));
  const text = file?.content ?? '';
  expect(await asyncApiDiagnostics(text)).toEqual([]);
  const document: { readonly channels: Readonly<Record<string, { readonly address: string }>> } = JSON.parse(text);
  const addresses = Object.values(document.channels).map(({ address }) => address);
  expect(addresses).toEqual(channels.map(({ name }) => name));
});
