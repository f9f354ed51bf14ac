import { afterAll, expect, test } from 'vitest';
import { githubChannels as channels } from '../src/generated/index.js';
import { type Strictness, strictnessOf, type Tally } from './strictness.js';

/** Of the mutations that break a real delivery, the share that must be refused, in percent. */
const required = 95;

const results: Strictness[] = [];

test.each(channels.map((channel) => ({ name: channel.name, channel })))(
  `$name refuses at least ${required} % of the mutations that break a real delivery`,
  { timeout: 120_000 },
  ({ channel }) => {
    const result = strictnessOf(channel);
    results.push(result);
    expect(share(sum([result]))).toBeGreaterThanOrEqual(required);
  },
);

test(`all channels together refuse at least ${required} %`, () => {
  expect(results.map(({ name }) => name)).toEqual(channels.map(({ name }) => name));
  expect(share(sum(results))).toBeGreaterThanOrEqual(required);
});

afterAll(() => {
  const rows = results.map((result) => row(result.name, [result]));
  const total = row('total', results);
  const survivors = results.flatMap(({ name, survivors }) =>
    [...survivors].map(([place, count]) => `  ${String(count).padStart(5)} ×  ${name} ${place}`),
  );
  const head = line('channel', 'deliveries', 'off schema', 'removals', 'refused', 'type changes', 'refused', 'share');
  const table = ['', head, ...rows, total, '', 'Taken all the same:', ...survivors.sort().reverse().slice(0, 40), ''];
  process.stdout.write(table.join('\n'));
});

function sum(
  of: readonly Strictness[],
  kinds: readonly (keyof Strictness['tallies'])[] = ['removal', 'type change'],
): Tally {
  const tallies = of.flatMap((result) => kinds.map((kind) => result.tallies[kind]));
  return {
    made: tallies.reduce((count, tally) => count + tally.made, 0),
    refused: tallies.reduce((count, tally) => count + tally.refused, 0),
  };
}

function share({ made, refused }: Tally): number {
  return (100 * refused) / made;
}

function row(name: string, of: readonly Strictness[]): string {
  const [removals, changes] = [sum(of, ['removal']), sum(of, ['type change'])];
  const deliveries = of.reduce((count, result) => count + result.deliveries, 0);
  const faulty = of.reduce((count, result) => count + result.faulty, 0);
  const percent = `${share(sum(of)).toFixed(2)} %`;
  return line(name, deliveries, faulty, removals.made, removals.refused, changes.made, changes.refused, percent);
}

function line(name: string, ...cells: readonly (string | number)[]): string {
  return name.padEnd(28) + cells.map((cell) => String(cell).padStart(14)).join('');
}
