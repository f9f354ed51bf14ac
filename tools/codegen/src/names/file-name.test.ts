import { expect, test } from 'vitest';
import { moduleFileName } from './file-name.js';

test.each([
  ['messageSent', 'message-sent'],
  ['index', 'index-channel'],
  ['Client', 'client-channel'],
  ['shapes', 'shapes-channel'],
  ['CON', 'con-channel'],
  ['nul', 'nul-channel'],
  ['LPT9', 'lpt9-channel'],
  ['com10', 'com10'],
  ['$', 'channel'],
  ['__', 'channel'],
  ['$con$', 'con-channel'],
])('%s goes into %s', (identifier, file) => {
  expect(moduleFileName(identifier)).toBe(file);
});

test('a long name is cut, and stays the only one of its name', () => {
  const names = ['a', 'b'].map((end) => moduleFileName(`${'veryLong'.repeat(100)}${end}`));
  for (const name of names) expect(name).toMatch(/^very-long[a-z-]{50,62}-[0-9a-f]{8}$/);
  expect(new Set(names).size).toBe(2);
});

test('a long name is cut between characters, and by what it takes on disk', () => {
  const name = moduleFileName('日'.repeat(300));
  expect(name).toMatch(/^日{23}-[0-9a-f]{8}$/);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(80);
});
