import { expect, test } from 'vitest';
import { sampleOf } from '../sample.js';
import { readPages, readProse, readRecords } from './pages-folder.js';
import { renderPages } from './render-pages.js';
import type { SuiteRecord } from './suite-record.js';

const record: SuiteRecord = {
  about: 'how fast it is',
  machine: 'a machine',
  date: '2026-11-29',
  rounds: 3,
  ratios: [
    {
      label: 'tidings, of other',
      value: 3,
      target: { atLeast: 2 },
      figures: { over: 300, under: 100, unit: 'a second' },
    },
    { label: 'other, of tidings', value: 0.33, target: { atMost: 0.3 } },
    { label: 'for information', value: 1 },
  ],
  tables: [
    {
      title: 'one <publisher>',
      unit: 'events a second',
      columns: ['a second', 'words'],
      rows: [
        ['tidings', sampleOf([299, 300, 310]), 'a|b'],
        ['other', sampleOf([90, 100, 110]), ''],
      ],
    },
    { title: 'nothing to show', unit: 'ms', columns: ['took'], rows: [['tidings', 1]] },
  ],
  versions: { other: '1.2.3' },
  notes: ['Each in a process of its own.'],
};

test('docs have what the kept figures render to', async () => {
  expect(readPages()).toEqual(await renderPages(readRecords(), readProse()));
});

test('a page begins with targets and has a section for each suite', async () => {
  const pages = await renderPages({ speed: record }, { speed: '### What it comes from\n\nHard work.' });
  expect(Object.keys(pages)).toEqual(['benchmarks.md', 'benchmarks/speed-1.svg']);
  expect(pages['benchmarks.md']?.replace(/^.*?## Targets/s, '## Targets')).toMatchInlineSnapshot(`
    "## Targets

    1 of 2 are met.

    | suite |  | ratio | target | met | figures |
    | --- | --- | ---: | ---: | --- | ---: |
    | [speed](#speed) | tidings, of other | 3 | at least 2 | ✓ | 300 : 100 a second |
    | [speed](#speed) | other, of tidings | 0.33 | at most 0.3 | ✗ |  |

    ## speed

    How fast it is.

    |  | ratio | target | met | figures |
    | --- | ---: | ---: | --- | ---: |
    | tidings, of other | 3 | at least 2 | ✓ | 300 : 100 a second |
    | other, of tidings | 0.33 | at most 0.3 | ✗ |  |
    | for information | 1 |  |  |  |

    ### One \\<publisher>

    ![Bar chart, one \\<publisher>; a second, events a second: tidings 300; other 100.](benchmarks/speed-1.svg)

    In events a second; the median, and the range of the rounds.

    |  | a second | words |
    | --- | ---: | ---: |
    | tidings | 300 (299–310) | a\\|b |
    | other | 100 (90–110) |  |

    ### Nothing to show

    In ms; the median, and the range of the rounds.

    |  | took |
    | --- | ---: |
    | tidings | 1 |

    ### How it is measured

    - Each in a process of its own.

    ### What it comes from

    Hard work.

    Measured on 2026-11-29, 3 rounds: \`npm run bench -- --suite speed --rounds 3 --write\`.<br>
    a machine.<br>
    other 1.2.3.
    "
  `);
});

test('a chart says in words what it shows, and is the same each time', async () => {
  const [once, again] = [await renderPages({ speed: record }, {}), await renderPages({ speed: record }, {})];
  expect(again).toEqual(once);
  const svg = once['benchmarks/speed-1.svg'];
  expect(svg).toContain('role="img"');
  expect(svg).toContain(
    '<title>Bar chart, one &lt;publisher>; a second, events a second: tidings 300; other 100.</title>',
  );
  expect(svg).toContain('prefers-color-scheme: dark');
});
