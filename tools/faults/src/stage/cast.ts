import type { LedgerCommands, Progress } from '../ledger/commands.js';
import type { SideFigures, Strike } from '../ledger/figures.js';
import type { Role, Side } from '../ledger/report.js';
import type { MediumSpec } from '../media/medium-spec.js';
import type { ParticipantCommands } from '../participant/commands.js';
import { Child } from '../process/child.js';
import { nowMs } from '../process/now.js';
import { until } from '../process/until.js';
import { type Secrets, secretsIn } from './secrets.js';

/** A participant. */
export interface Who {
  readonly side: Side;
  readonly role: Role;
  /** From 0, per side and role. */
  readonly index: number;
  /** What its connections are called at the server. */
  readonly name: string;
}

/** Who takes part, and what each works with. */
export interface CastPlan {
  readonly sides: readonly Side[];
  readonly publishers: number;
  readonly subscribers: number;
  /** Workers of one group, and readers by cursor; with them, the channels are durable ones. Default 0. */
  readonly workers?: number;
  /** On our side only: the control would tell nothing else. Default 0. */
  readonly readers?: number;
  readonly channels: number;
  /** On so many of them it is published all the time. Default: on all. */
  readonly busyChannels?: number;
  /** Offered by each side as a whole. */
  readonly perSecond: number;
  /** Added to each payload. */
  readonly bytes: number;
  /** Whether it is to be told when events flowed again; not over many minutes. */
  readonly keepsTimes: boolean;
  medium(who: Who): MediumSpec;
}

/** A participant's process. */
export interface Member extends Who {
  readonly child: Child<ParticipantCommands>;
  openedMs: number;
}

/** How the processes of one side ended. */
export interface Parting {
  /** Participants that did not end by themselves and in order. */
  readonly badEndings: readonly string[];
  readonly longestCloseMs: number;
  /** How often a secret was found in what they had printed. */
  readonly secrets: number;
}

const ledgerProgram = new URL('../ledger/main.js', import.meta.url);
const participantProgram = new URL('../participant/main.js', import.meta.url);

const manyChannels = 100;

/** The ledger and the participants of both sides, each a process of its own. */
export class Cast implements AsyncDisposable {
  readonly #plan: CastPlan;
  readonly #secrets: Secrets;
  readonly #ledger: Child<LedgerCommands>;
  readonly #members: Member[] = [];
  /** What those had printed who were killed. */
  readonly #lastWords: { readonly side: Side; readonly text: string }[] = [];
  #port = 0;

  private constructor(plan: CastPlan, secrets: Secrets) {
    this.#plan = plan;
    this.#secrets = secrets;
    this.#ledger = new Child<LedgerCommands>('the ledger', ledgerProgram);
  }

  /** Starts all of them. Resolves when every subscriber has subscribed. */
  static async open(plan: CastPlan, secrets: Secrets): Promise<Cast> {
    const cast = new Cast(plan, secrets);
    try {
      const { keepsTimes, workers = 0, readers = 0 } = plan;
      cast.#port = await cast.#ledger.ask('open', { keepsTimes, durable: workers + readers > 0 });
      const everybody = plan.sides.flatMap((side) => [
        ...roles(side, 'subscriber', plan.subscribers),
        ...roles(side, 'worker', workers),
        ...roles(side, 'reader', side === 'ours' ? readers : 0),
        ...roles(side, 'publisher', plan.publishers),
      ]);
      await Promise.all(everybody.map((who) => cast.#enter(who)));
      return cast;
    } catch (error) {
      await cast[Symbol.asyncDispose]();
      throw error;
    }
  }

  get sides(): readonly Side[] {
    return this.#plan.sides;
  }

  members(side: Side, role?: Who['role']): readonly Member[] {
    return this.#members.filter((member) => member.side === side && (role === undefined || member.role === role));
  }

  /** Kills participants with SIGKILL, in this moment. */
  async kill(members: readonly Member[]): Promise<void> {
    await Promise.all(
      members.map(async (member) => {
        const killing = member.child.kill();
        this.standsStill(member);
        await killing;
        this.#lastWords.push({ side: member.side, text: member.child.output });
        this.#members.splice(this.#members.indexOf(member), 1);
      }),
    );
  }

  /** Another process takes the place of one that was killed. */
  async replace({ side, role, index, name }: Who): Promise<void> {
    await this.#enter({ side, role, index, name });
  }

  /** Writes down that a participant does nothing from now on, for good or for some time. After the signal, so that it is so. */
  standsStill({ side, child }: Member): void {
    if (child.pid !== undefined) void this.#ledger.ask('died', { side, pid: child.pid, at: nowMs() }).catch(() => {});
  }

  /** Until a worker is in the middle of something, so that it leaves something behind. */
  async isAtWork({ side, child, name }: Member): Promise<void> {
    const { pid } = child;
    if (pid === undefined) throw new Error(`${name} has ended`);
    await until(`${name} is at work`, async () => (await this.#ledger.ask('atHand', { side, pid })) > 0);
  }

  /** How many events that were accepted, and published before then, or at any time, the group has not handled. */
  overdue(side: Side, before?: number): Promise<number> {
    return this.#ledger.ask('overdue', { side, before });
  }

  /** Publishing begins. */
  async load(): Promise<void> {
    const note = this.#secrets.payload + 'x'.repeat(this.#plan.bytes);
    const { publishers, busyChannels } = this.#plan;
    const pace = {
      perSecond: this.#plan.perSecond / publishers,
      note,
      ...(busyChannels !== undefined && { channels: busyChannels }),
    };
    await Promise.all(this.#publishers().map(({ child }) => child.ask('load', pace)));
  }

  /** Publishing ends. */
  async stop(): Promise<void> {
    await Promise.all(this.#publishers().map(({ child }) => child.ask('stop')));
  }

  /** Each publisher of a side publishes one more event on each channel. Resolves when the ledger knows of all of them. */
  async round(side: Side): Promise<void> {
    const published = await Promise.all(this.members(side, 'publisher').map(({ child }) => child.ask('round')));
    const all = published.reduce((total, each) => total + each, 0);
    await until('the ledger knows what was published', async () => (await this.progress(side, 0)).sent >= all);
  }

  /** With very many channels, the load would take its time to get to each: publishes one event on every one. */
  async reachAll(): Promise<void> {
    if (this.#plan.channels > manyChannels) await Promise.all(this.sides.map((side) => this.round(side)));
  }

  progress(side: Side, since: number): Promise<Progress> {
    return this.#ledger.ask('progress', { side, since, streams: this.#plan.publishers * this.#plan.channels });
  }

  figures(side: Side, strikes: readonly Strike[]): Promise<SideFigures> {
    return this.#ledger.ask('figures', { side, strikes });
  }

  /** Closes the participants of a side and waits for their ends. */
  async part(side: Side): Promise<Parting> {
    const partings = await Promise.all(this.members(side).map((member) => partFrom(member)));
    const printed = [
      ...this.members(side).map(({ child }) => child.output),
      ...this.#lastWords.flatMap((words) => (words.side === side ? words.text : [])),
    ];
    return {
      badEndings: partings.flatMap(({ badEnding }) => badEnding ?? []),
      longestCloseMs: Math.max(0, ...partings.map(({ closeMs }) => closeMs)),
      secrets: printed.reduce((total, text) => total + secretsIn(text, this.#secrets), 0),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#ledger, ...this.#members.map(({ child }) => child)].map((child) => child.kill()));
  }

  async #enter(who: Who): Promise<void> {
    const child = new Child<ParticipantCommands>(who.name, participantProgram);
    const { side, role, index } = who;
    // In the list at once, so that it is ended too if another one can't be started.
    const member = { ...who, child, openedMs: 0 };
    this.#members.push(member);
    const { tookMs } = await child.ask('open', {
      side,
      role,
      index,
      ledgerPort: this.#port,
      medium: this.#plan.medium(who),
    });
    member.openedMs = tookMs;
  }

  #publishers(): readonly Member[] {
    return this.#members.filter(({ role }) => role === 'publisher');
  }
}

function roles(side: Side, role: Who['role'], count: number): readonly Who[] {
  return Array.from({ length: count }, (_, index) => ({ side, role, index, name: `${side}-${role}-${index}` }));
}

async function partFrom({ child, name }: Member): Promise<{ readonly closeMs: number; readonly badEnding?: string }> {
  if (child.ending !== undefined) return { closeMs: 0, badEnding: `${name} ended by itself: ${endingText(child)}` };
  try {
    const { tookMs } = await child.ask('close');
    const { code } = await child.endsWithin(5_000);
    return code === 0
      ? { closeMs: tookMs }
      : { closeMs: tookMs, badEnding: `${name} did not end in order: ${endingText(child)}` };
  } catch (error) {
    return { closeMs: 0, badEnding: `${name} could not be closed: ${String(error)}` };
  }
}

function endingText({ ending }: Child<ParticipantCommands>): string {
  return String(ending?.signal ?? ending?.code);
}
