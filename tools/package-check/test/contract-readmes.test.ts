import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as conversation from '@tidings/conversation';
import type { AnyChannel } from '@tidings/core';
import * as github from '@tidings/github';
import { describe, expect, test } from 'vitest';
import { channelRows } from '../src/channel-rows.js';
import { root } from '../src/publishable-packages.js';

const contracts = [
  { folder: 'conversation', exported: conversation, channels: conversation.conversationChannels },
  { folder: 'github', exported: github, channels: github.githubChannels },
];

test.each(contracts)('the README of $folder lists every channel as it is', ({ folder, exported, channels }) => {
  const readme = readFileSync(join(root, 'schemas', folder, 'README.md'), 'utf8');
  const rows = channelRows(readme);
  const expected = channels.map((channel) => expectedRow(channel, exported, rows[0] ?? {}));
  const byName = (a: { channel?: string }, b: { channel?: string }): number =>
    (a.channel ?? '').localeCompare(b.channel ?? '');
  const shown = rows.map((row) => Object.fromEntries(Object.keys(expected[0] ?? {}).map((key) => [key, row[key]])));
  expect(shown.toSorted(byName)).toEqual(expected.toSorted(byName));
});

describe('the rows of a table of channels', () => {
  test('are read by their headings', () => {
    expect(channelRows('# A\n\n## Channels\n\nText.\n\n| a | b |\n| --- | --- |\n| `x` | y z |\n\nMore.\n')).toEqual([
      { a: 'x', b: 'y z' },
    ]);
  });

  test('have to be there', () => {
    expect(() => channelRows('# A\n')).toThrow('no table');
  });
});

/** What the table has to say of a channel, under those of our headings that it has. */
function expectedRow(channel: AnyChannel, exported: object, row: object): Readonly<Record<string, string>> {
  const [constant = ''] = Object.entries(exported).find(([, value]) => value === channel) ?? [];
  const told = {
    channel: channel.version === 1 ? channel.name : `${channel.name} (version ${channel.version})`,
    'in code': constant,
    key: channel.key ?? '',
    delivery: channel.delivery,
  };
  return Object.fromEntries(Object.entries(told).filter(([heading]) => heading in row));
}
