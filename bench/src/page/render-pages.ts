import { isMet } from '../ratio.js';
import { type ChartData, chartOf } from './chart-points.js';
import { chartSvg } from './chart-svg.js';
import { markdownTable, markdownText } from './markdown-table.js';
import type { SuiteRecord, SuiteRecords } from './suite-record.js';
import { type ChartFile, ratioCells, suiteSection } from './suite-section.js';

/** Files by their path in `docs`. */
export type Pages = Readonly<Record<string, string>>;

/**
 * The page of results and its charts. The same records make the same files.
 *
 * @param prose What was written by hand about a suite, by its name.
 */
export async function renderPages(records: SuiteRecords, prose: Readonly<Record<string, string>>): Promise<Pages> {
  const sections: string[] = [];
  const pictures: Record<string, string> = {};
  for (const [name, record] of Object.entries(records)) {
    const charts = chartFiles(name, record);
    sections.push(suiteSection(name, record, charts, prose[name]));
    for (const each of charts) if (each) pictures[each.file] = await chartSvg(each.chart);
  }
  const page = `${[introduction, ...targets(records), ...sections].join('\n\n')}\n`;
  return { 'benchmarks.md': page, ...pictures };
}

const introduction = `# Benchmarks

<!-- Made by \`npm run bench -- --write\` from docs/benchmarks/*.json and bench/prose/*.md: change those. -->

How fast Tidings is, beside other libraries where there are some. What is compared is measured in the same run, in turns, several rounds of
each. Ratios come first: they hold on other machines too. Of what is measured in the same rounds, a ratio is the median of what each
round says, since a machine is not equally fast all the time. Then come the figures, the median and the range of the rounds.
A load above the number of processors says that others were at work on the machine: then look at the ratios alone.

Run it where you are. It sets itself up, a Redis included:

    npm run bench                              # every suite, printed
    npm run bench -- --suite durable           # one of them
    npm run bench -- --write                   # every suite, and this page`;

function targets(records: SuiteRecords): readonly string[] {
  const all = Object.entries(records).flatMap(([suite, { ratios }]) =>
    ratios.flatMap((ratio) => (ratio.target === undefined ? [] : [{ suite, ratio, target: ratio.target }])),
  );
  if (all.length === 0) return [];
  const met = all.filter(({ ratio, target }) => isMet(ratio.value, target));
  return [
    '## Targets',
    `${met.length} of ${all.length} are met.`,
    markdownTable(
      [
        { name: 'suite' },
        { name: '' },
        { name: 'ratio', figures: true },
        { name: 'target', figures: true },
        { name: 'met' },
        { name: 'figures', figures: true },
      ],
      all.map(({ suite, ratio }) => [`[${suite}](#${suite})`, markdownText(ratio.label), ...ratioCells(ratio)]),
    ),
  ];
}

function chartFiles(name: string, { tables }: SuiteRecord): readonly (ChartFile | undefined)[] {
  return tables.map((table, at) => {
    const chart: ChartData | undefined = chartOf(table);
    return chart && { file: `benchmarks/${name}-${at + 1}.svg`, chart };
  });
}
