import type { Medium } from '../media/medium.js';
import { openMedium } from '../media/open-medium.js';
import { nowMs } from '../process/now.js';
import { serve } from '../process/serve.js';
import type { ParticipantCommands, ParticipantSetting } from './commands.js';
import { Load } from './load.js';
import { log } from './log.js';
import { Witness } from './witness.js';

/** The process of a publisher or a subscriber. */
let witness: Witness | undefined;
let medium: Medium | undefined;
let load: Load | undefined;
let others = 0;
let closed = false;

for (const what of ['uncaughtException', 'unhandledRejection'] as const) {
  // Each would end a process that does not listen for it. It goes on, so that it is seen what else comes of the fault.
  process.on(what, (error: unknown) => {
    log(what, error);
    witness?.tell({ kind: 'crash', what });
  });
}

const commands: ParticipantCommands = {
  open: async (setting) => {
    const began = nowMs();
    await open(setting);
    return { tookMs: nowMs() - began };
  },
  load: (pace) => load?.start(pace),
  stop: () => {
    load?.stop();
    return load?.published ?? 0;
  },
  round: () => {
    load?.round();
    return load?.published ?? 0;
  },
  misbehave: async (how) => medium?.misbehave?.(how),
  behave: async () => medium?.behave?.(),
  outgrow: async () => (await medium?.outgrow?.()) ?? { largest: 'unsupported', tooLarge: 'unsupported' },
  crowd: async (handlers) => medium?.crowd?.(handlers),
  buried: async () => (await medium?.buried?.()) ?? { deadLetters: {}, parked: 0 },
  state: () => ({
    crowdCalls: medium?.crowdCalls ?? 0,
    mostAtOnce: medium?.mostAtOnce ?? 0,
    others,
    rssBytes: process.memoryUsage.rss(),
    polluted: 'polluted' in {},
  }),
  close: async () => {
    load?.stop();
    const began = nowMs();
    await medium?.close();
    const tookMs = nowMs() - began;
    // What the last promises settle with.
    await new Promise((resolve) => setImmediate(resolve));
    await witness?.close();
    closed = true;
    // The answer first. Then nothing of ours may keep the process from ending by itself.
    setImmediate(() => process.disconnect());
    return { tookMs };
  },
};

serve(commands, () => {
  if (!closed) process.exit(1);
});

async function open({ side, role, index, ledgerPort, medium: spec }: ParticipantSetting): Promise<void> {
  const vitals = () => ({ waiting: medium?.waiting ?? 0, rssBytes: process.memoryUsage.rss() });
  const own = await Witness.at(ledgerPort, { side, role, index, pid: process.pid }, vitals);
  witness = own;
  const through = openMedium(spec, {
    received: (channel, { publisher, n, at }) => {
      if (publisher >= 0) own.received(publisher, channel, n, at);
      else others += 1;
    },
    handled: async (channel, { publisher, n, at }, id) => {
      if (publisher >= 0) await own.handled(publisher, channel, n, at, id);
      else others += 1;
    },
    began: async (channel, { publisher, n }) => {
      if (publisher >= 0) await own.began(publisher, channel, n);
    },
    hole: (publisher, channel, count) => own.hole(publisher, channel, count),
    tell: (told) => own.tell(told),
    log,
  });
  medium = through;
  load = new Load(
    { publisher: index, channels: spec.channels },
    (channel, event) => through.publish(channel, event),
    own,
  );
  through.prepare?.();
  if (role === 'subscriber') await through.subscribe?.();
  if (role === 'worker') await through.work?.();
  if (role === 'reader') await through.read?.();
}
