import { expect, test } from 'vitest';
import { crashCases } from './cases/crash/crash-cases.js';
import { durableReconnectCases } from './cases/durable-reconnect/durable-reconnect-cases.js';
import { reconnectCases } from './cases/reconnect/reconnect-cases.js';
import { contractCases } from './contract-cases.js';
import { durableCases } from './durable-cases.js';

test('every case has a name of its own, and the page about the contract lists them all', async () => {
  const all = [...contractCases, ...reconnectCases, ...durableCases, ...crashCases, ...durableReconnectCases];
  const names = all.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  // After a change: vitest run --update
  await expect(page(names)).toMatchFileSnapshot('../../../../../docs/contract.md');
});

/** The names as a page, by their groups. */
function page(names: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const [group = '', ...what] = name.split(': ');
    groups.set(group, [...(groups.get(group) ?? []), what.join(': ')]);
  }
  const sections = [...groups].map(([group, cases]) => `## ${group}\n\n${cases.map((text) => `- ${text}\n`).join('')}`);
  return `${introduction(names.length)}\n${sections.join('\n')}`;
}

function introduction(count: number): string {
  return `# What every bus does

The ${count} cases of \`describeEventBusContract\` in \`@tidings/core/testing\`, one to a file in
[\`packages/core/src/testing/contract/cases\`](../packages/core/src/testing/contract/cases). Every bus passes every one; none is
skipped. (Those about reconnecting are for buses that have connections, those about durable channels for buses that have a log,
those about crashes for buses whose processes can end.) A case that a bus can't pass would be listed in its \`knownFailures\` with the reason, and fail once it passes.
`;
}
