import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { putIntoPage } from './markdown-section.js';

const folder = mkdtempSync(join(tmpdir(), 'tidings-page-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a section is put behind what is there, and replaced from then on, without touching another', () => {
  const page = join(folder, 'faults.md');
  writeFileSync(page, '# Faults\n\nWords.\n');
  putIntoPage(page, 'npm run faults', 'first');
  putIntoPage(page, 'npm run faults -- --peers', 'peers');
  writeFileSync(page, `${readFileSync(page, 'utf8')}\nMore words.\n`);
  putIntoPage(page, 'npm run faults', 'second');
  expect(readFileSync(page, 'utf8')).toBe(
    [
      '# Faults',
      'Words.',
      '<!-- what follows is written by `npm run faults` -->',
      'second',
      '<!-- that was `npm run faults` -->',
      '<!-- what follows is written by `npm run faults -- --peers` -->',
      'peers',
      '<!-- that was `npm run faults -- --peers` -->',
      'More words.\n',
    ].join('\n\n'),
  );
});

test('a page that is not there is made', () => {
  const page = join(folder, 'new.md');
  putIntoPage(page, 'npm run faults', 'text');
  putIntoPage(page, 'npm run faults', 'text');
  expect(readFileSync(page, 'utf8').match(/text/g)).toHaveLength(1);
});
