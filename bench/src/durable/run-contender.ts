import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startRedis } from '@tidings/test-redis';
import type { DurableContender } from './contender.js';
import type { Said } from './messages.js';

/** What a round of a contender came to. */
export interface ContenderFigures extends Readonly<Record<string, number>> {
  /** Orders a second, from the first publish to the last acknowledgement. */
  readonly perSecond: number;
  /** Processor time of each side, in microseconds an order. */
  readonly publisherUs: number;
  readonly workerUs: number;
}

/** It appends every second to its file, and does not write that anew meanwhile: not all would get that far. */
const redisConfig = { appendonly: 'yes', appendfsync: 'everysec', 'auto-aof-rewrite-percentage': '0' };

/** One publisher, one real Redis that appends every second to its file, one worker: each a process of its own. */
export async function runContender({ name, orders }: DurableContender): Promise<ContenderFigures> {
  await using redis = await startRedis({ config: redisConfig });
  const worker = start('worker-process', name, redis.url);
  const publisher = start('publisher-process', name, redis.url);
  try {
    await Promise.all([worker.said('ready'), publisher.said('ready')]);
    const begun = performance.now();
    publisher.child.send('go');
    const [published, handled] = await Promise.all([publisher.said('done'), worker.said('done')]);
    const tookMs = performance.now() - begun;
    return {
      perSecond: (orders / tookMs) * 1_000,
      publisherUs: (published.cpuMs * 1_000) / orders,
      workerUs: (handled.cpuMs * 1_000) / orders,
    };
  } finally {
    worker.child.kill('SIGKILL');
    publisher.child.kill('SIGKILL');
  }
}

type Done = Extract<Said, { readonly say: 'done' }>;

interface Participant {
  readonly child: ChildProcess;
  said(word: Said['say']): Promise<Done>;
}

function start(program: string, name: string, url: string): Participant {
  const script = fileURLToPath(new URL(`./${program}.js`, import.meta.url));
  const child = fork(script, [name, url], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const heard = new Map<string, Said>();
  const waiting = new Map<string, (said: Said) => void>();
  child.on('message', (message) => {
    const said = message as Said;
    heard.set(said.say, said);
    waiting.get(said.say)?.(said);
  });
  return {
    child,
    said: (word) =>
      new Promise((resolve, reject) => {
        const known = heard.get(word);
        if (known !== undefined) resolve(known as Done);
        else {
          waiting.set(word, (said) => resolve(said as Done));
          child.once('exit', (code) => reject(new Error(`the ${program} of ${name} ended with ${code}`)));
        }
      }),
  };
}
