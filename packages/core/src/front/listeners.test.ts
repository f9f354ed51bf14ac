import { afterEach, expect, test, vi } from 'vitest';
import { Listeners } from './listeners.js';

afterEach(() => vi.restoreAllMocks());

test('what nobody listens to is told in one line, whatever a foreign id holds', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const eventId = `a\nTidings: all is well\u001b[2J${'x'.repeat(10_000)}`;
  const report = { reason: 'schema', channel: 'c', message: 'm', eventId, version: 1, issues: [], cause: undefined };
  new Listeners().emit('invalid', { ...report, reason: 'schema' });
  const line = String(warn.mock.calls[0]?.[0]);
  expect(line).toMatch(/^Tidings: an incoming event was refused \(reason: schema, channel: c, message: m, eventId: a/);
  expect(line).not.toMatch(/\p{Cc}/u);
  expect(line.length).toBeLessThan(1_000);
});
