import { expect, test } from 'vitest';
import { Transcript } from './transcript.js';

test('a section has its sentence, and its commands in one block, with where they were run', () => {
  const transcript = new Transcript();
  transcript.section('One', 'It begins.');
  transcript.command('~/a', 'true', '');
  transcript.command('~/a', 'echo b', 'b\n');
  transcript.command('~/c', 'pwd', '/c\n');
  transcript.say('It goes on.');
  transcript.command('~/c', 'true', '');
  expect(transcript.markdown()).toBe(
    '### One\n\nIt begins.\n\n```console\n$ cd ~/a\n$ true\n$ echo b\nb\n$ cd ~/c\n$ pwd\n/c\n```\n\nIt goes on.\n\n```console\n$ true\n```',
  );
});

test('what differs from run to run reads the same', () => {
  const transcript = new Transcript();
  transcript.substitute('/tmp/x1', '~');
  expect(transcript.readable('in /tmp/x1/shop\n\n\n\n2 files written (448 ms)  \n\n')).toBe(
    'in ~/shop\n\n2 files written',
  );
});

test('of a progress bar, only the end is left', () => {
  const esc = String.fromCharCode(27);
  const transcript = new Transcript();
  const bar = `${esc}[?25l◒  ━━━━ Publishing${esc}[1G${esc}[J◐  ━━━━ Publishing.${esc}[1G${esc}[J`;
  expect(transcript.readable(`${bar}◇  Published\n${esc}[?25h`)).toBe('◇  Published');
  expect(transcript.readable(`${bar}◓  ━━━━ Publishing`)).toBe('Publishing');
});

test('code in the output does not end the block', () => {
  const transcript = new Transcript();
  transcript.command('~', 'cat', '```json\n{}\n```');
  expect(transcript.markdown()).toBe('````console\n$ cd ~\n$ cat\n```json\n{}\n```\n````');
});
