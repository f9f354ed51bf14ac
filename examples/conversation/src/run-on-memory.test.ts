import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { expectRightRun } from '../test/expect-right-run.js';
import { runExample } from '../test/run-example.js';

const folder = await mkdtemp(join(tmpdir(), 'tidings-test-'));
afterAll(() => rm(folder, { recursive: true }));

test('one of two buses is closed: nothing is missing, and all can be read', async () => {
  const svg = join(folder, 'picture.svg');
  const transcripts = join(folder, 'transcripts');
  const { code, output } = await runExample('--svg', svg, '--transcripts', transcripts);
  expectRightRun(output);
  expect(code).toBe(0);
  expect(output).toMatch(/^worker A was closed after \d+ ms; \d+ events had been handled$/m);

  expect(await readFile(svg, 'utf8')).toMatch(/^<svg .*published 480.*<\/svg>\n$/s);
  const [name = ''] = (await readdir(transcripts)).filter((each) => each.endsWith('.jsonl'));
  const lines = (await readFile(join(transcripts, name), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).text)).toContain('A conversation begins (web, en).');

  const again = await runExample('--transcripts', transcripts);
  expect(again).toEqual({
    code: 1,
    output: 'The folder for the transcripts is not empty: name one that is, or a new one.\n',
  });
});

test('--help tells of the options, and a wrong one too', async () => {
  expect(await runExample('--help')).toMatchObject({ code: 0, output: expect.stringContaining('--redis <address>') });
  const wrong = await runExample('--redis', 'kafka://localhost');
  expect(wrong.code).toBe(1);
  expect(wrong.output).toContain('--redis takes the address of a Redis server');
});
