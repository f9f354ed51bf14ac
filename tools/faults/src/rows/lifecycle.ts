import { startRedis } from '@tidings/test-redis';
import type { LawsCommands } from '../laws/commands.js';
import { Child } from '../process/child.js';
import { newSecrets, secretsIn } from '../stage/secrets.js';
import type { Form, Round, Row } from './row.js';

const program = new URL('../laws/main.js', import.meta.url);

const extent = {
  short: { plans: 30, withinMs: 6_000 },
  full: { plans: 500, withinMs: 60_000 },
} as const;

/** Makes the row of one kind of channels. */
export function lifecycleRow(command: 'keep' | 'keepDurable', inject: string): Row {
  return {
    name: 'lifecycle',
    title: 'publish during and after close, double close, unsubscribe in a handler, re-entrancy',
    inject,
    promise: 'the same on every bus',
    play: (form) => play(form, command),
    tell: (_ours, measures) => `divergences: ${measures.divergences ?? 0}, in ${measures.plans ?? 0} plans on each`,
  };
}

/** Whatever is asked of a bus, in whatever order, it does the same on every medium. */
export const lifecycle: Row = lifecycleRow(
  'keep',
  'random plans of all that, on a RedisBus and on a MemoryBus (fast-check)',
);

async function play(form: Form, command: 'keep' | 'keepDurable'): Promise<Round> {
  const secrets = newSecrets();
  await using server = await startRedis({ config: { requirepass: secrets.password } });
  const child = new Child<LawsCommands>('the process that tries plans', program);
  try {
    const { plans, divergences } = await child.ask(command, { url: server.url, ...extent[form] });
    const found = secretsIn(child.output, secrets);
    return {
      secrets: { ours: found, control: 0 },
      measures: { plans, divergences: divergences.length },
      breaches: [...divergences, ...(found > 0 ? [`${found} secrets in what was printed`] : [])],
    };
  } finally {
    await child.kill();
  }
}
