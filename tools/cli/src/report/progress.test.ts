import { expect, test } from 'vitest';
import { progressOn } from './progress.js';

function stream(isTTY: boolean): { readonly isTTY: boolean; text: string; write(text: string): void } {
  return {
    isTTY,
    text: '',
    write(text) {
      this.text += text;
    },
  };
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('it never did');
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('on a terminal long work is told, in one line that is wiped away', async () => {
  const terminal = stream(true);
  const progress = progressOn(terminal, {});
  progress.step('reading');
  expect(terminal.text).toBe('');
  await until(() => terminal.text !== '');
  progress.step('writing');
  progress.done();
  expect(terminal.text).toBe('\r\u001b[2Kreading …\r\u001b[2Kwriting …\r\u001b[2K');
});

test('short work says nothing', () => {
  const terminal = stream(true);
  const progress = progressOn(terminal, {});
  progress.step('reading');
  progress.done();
  expect(terminal.text).toBe('');
});

test.each([
  ['in a pipe', false, {}],
  ['in CI', true, { CI: 'true' }],
  ['on a dumb terminal', true, { TERM: 'dumb' }],
])('nothing is told %s', async (_, isTTY, env) => {
  const terminal = stream(isTTY);
  const progress = progressOn(terminal, env);
  const heard = stream(true);
  const other = progressOn(heard, {});
  for (const each of [progress, other]) each.step('reading');
  await until(() => heard.text !== '');
  for (const each of [progress, other]) each.done();
  expect(terminal.text).toBe('');
});
