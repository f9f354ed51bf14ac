import type { SideFigures } from '../ledger/figures.js';
import { nowMs } from '../process/now.js';
import { comesTrue, until } from '../process/until.js';
import { type Circumstances, circumstancesText } from '../report/circumstances.js';
import { putIntoPage } from '../report/markdown-section.js';
import { breachesOf } from '../stage/breaches.js';
import { Cast, type Parting } from '../stage/cast.js';
import { newSecrets } from '../stage/secrets.js';
import { SingleServer } from '../stage/single-server.js';

/** How long it runs without a fault, and how it is told. */
export interface SoakOptions {
  readonly minutes: number;
  readonly perSecond: number;
  readonly where: Circumstances;
  readonly json?: boolean | undefined;
  readonly markdown?: string | undefined;
  say(line: string): void;
  print(text: string): void;
}

/** What came of it. */
export interface SoakResult {
  readonly minutes: number;
  readonly perSecond: number;
  readonly figures: SideFigures;
  readonly breaches: readonly string[];
}

const [publishers, subscribers] = [3, 3];
const everyMs = 10_000;

/** Without a fault nothing is lost, nothing comes twice, and nothing is reported. Gives the exit code. */
export async function soak({ minutes, perSecond, where, json, markdown, say, print }: SoakOptions): Promise<number> {
  const result = await runSoak(minutes, perSecond, say);
  const words = inWords(result);
  print(json ? JSON.stringify({ where, ...result }, undefined, 2) : [...words, circumstancesText(where)].join('\n'));
  if (markdown !== undefined) {
    const page = ['## Without a fault', '', ...words, '', `Measured by ${circumstancesText(where)}`].join('\n');
    putIntoPage(markdown, 'npm run faults -- --soak', page);
  }
  return result.breaches.length === 0 ? 0 : 100;
}

function inWords({ minutes, perSecond, figures, breaches }: SoakResult): readonly string[] {
  const number = (value: number): string => Math.round(value).toLocaleString('en-US');
  const { accepted, received, lost, duplicates, outOfOrder, longestSettleMs, mostRssBytes } = figures;
  const reports = figures.holeReports + figures.reconnectReports + figures.overflowReports;
  return [
    `${number(accepted)} events in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} (${number(perSecond)}/s), by ${publishers} publishers, to ${subscribers} subscribers:`,
    `${number(received)} deliveries, ${number(lost)} lost, ${number(duplicates)} duplicates, ${number(outOfOrder)} out of order, ${number(reports)} gap reports.`,
    `The longest publish took ${number(longestSettleMs)} ms; no process had more than ${number(mostRssBytes / 1_000_000)} MB.`,
    ...breaches,
    breaches.length === 0 ? 'Every promise held.' : 'NOT every promise held.',
  ];
}

/** Runs for so long. */
export async function runSoak(
  minutes: number,
  perSecond: number,
  say: (line: string) => void = () => {},
): Promise<SoakResult> {
  const secrets = newSecrets();
  await using scene = await SingleServer.open(secrets);
  const plan = {
    sides: ['ours'],
    publishers,
    subscribers,
    channels: 12,
    perSecond,
    bytes: 0,
    keepsTimes: false,
  } as const;
  await using cast = await Cast.open({ ...plan, medium: scene.medium.bind(scene) }, secrets);
  const began = nowMs();
  await cast.load();
  for (let nextSay = began + everyMs; nowMs() < began + minutes * 60_000; ) {
    await comesTrue(() => nowMs() >= Math.min(nextSay, began + minutes * 60_000), { withinMs: everyMs, everyMs: 100 });
    if (nowMs() < nextSay) continue;
    nextSay += everyMs;
    const { sent, accepted } = await cast.progress('ours', 0);
    say(`${Math.round((nowMs() - began) / 1_000)} s: ${sent} events published, ${accepted} accepted`);
  }
  await cast.stop();
  const tookMs = nowMs() - began;
  await cast.round('ours');
  await until('the last event has arrived', async () => {
    const { unsettled, unfinishedStreams } = await cast.progress('ours', 0);
    return unsettled === 0 && unfinishedStreams === 0;
  });
  const figures = await cast.figures('ours', []);
  const parting = await cast.part('ours');
  return {
    minutes,
    perSecond: (1_000 * figures.published) / tookMs,
    figures,
    breaches: soakBreaches(figures, parting, perSecond, tookMs),
  };
}

function soakBreaches(figures: SideFigures, parting: Parting, perSecond: number, tookMs: number): readonly string[] {
  const none = (count: number, what: string): readonly string[] => (count === 0 ? [] : [`${count} ${what}`]);
  const offered = (1_000 * figures.published) / tookMs;
  return [
    ...breachesOf({ form: 'full', figures, control: undefined, parting, strikes: [], deadlines: {}, measures: {} }),
    ...none(figures.lost, 'lost'),
    ...none(figures.holeReports, 'holes reported'),
    ...none(figures.reconnectReports, 'reconnects reported'),
    ...none(figures.published - figures.accepted, 'not accepted'),
    ...(offered >= perSecond * 0.95 ? [] : [`not loaded: ${Math.round(offered)} events/s`]),
  ];
}
