import type { Company, Progress } from '../company.js';
import { leftoversOn } from '../leftovers.js';
import { type MeetingPlace, openBus } from '../open-bus.js';
import type { WorkerName } from '../record.js';
import { removeKeys } from '../remove-keys.js';
import { RunFailure } from '../run-failure.js';
import type { Leftovers } from '../totals.js';
import type { TranscriptFolder } from '../transcript-folder.js';
import { Crew, type Member } from './crew.js';
import type { Report } from './messages.js';

interface Seat {
  readonly member: Member;
  ready: boolean;
  finished: boolean;
}

const readyWithinMs = 60_000;
const leaveWithinMs = 30_000;

/** Publisher and workers in processes of their own, which meet on Redis. */
export class ProcessCompany implements Company {
  readonly loss = 'killed';
  readonly #place: MeetingPlace;
  readonly #conversations: number;
  readonly #folder: TranscriptFolder;
  readonly #progress: Progress;
  readonly #crew: Crew;
  readonly #seats = new Map<string, Seat>();

  constructor(place: MeetingPlace, conversations: number, folder: TranscriptFolder, progress: Progress) {
    this.#place = place;
    this.#conversations = conversations;
    this.#folder = folder;
    this.#progress = progress;
    this.#crew = new Crew((failure) => progress.waiting.fail(failure));
  }

  async gather(): Promise<readonly string[]> {
    this.#start('publisher', 'publisher-process', String(this.#conversations));
    // One worker after the other: so A comes first on all channels, and its partitions are the same on all.
    for (const name of ['A', 'B']) {
      this.#start(`worker ${name}`, 'worker-process', name);
      await this.#until(({ ready }) => ready, readyWithinMs, 'not all processes were ready');
    }
    const processes = [...this.#seats].map(([name, { member }]) => `${name} ${member.pid}`);
    return [
      `publisher and workers in processes of their own, through Redis at ${new URL(this.#place.address).host}`,
      `processes: ${processes.join(', ')}`,
      `keys, channels and connections in Redis begin with ${this.#place.prefix}`,
    ];
  }

  publish(): void {
    this.#seats.get('publisher')?.member.order({ kind: 'publish' });
  }

  async lose(worker: WorkerName): Promise<void> {
    const name = `worker ${worker}`;
    const seat = this.#seats.get(name);
    this.#seats.delete(name);
    await seat?.member.kill();
  }

  async leave(): Promise<Leftovers> {
    for (const [name, { member }] of this.#seats) if (name !== 'publisher') member.order({ kind: 'finish' });
    await this.#until(({ finished }) => finished, leaveWithinMs, 'not all processes had finished');
    await using bus = openBus(this.#place, 'main');
    return await leftoversOn(bus);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#crew[Symbol.dispose]();
    await removeKeys(this.#place);
  }

  #start(name: string, program: 'publisher-process' | 'worker-process', argument: string): void {
    const heard = (report: Report) => this.#hear(name, report);
    const member = this.#crew.start({ name, program, argument, heard });
    this.#seats.set(name, { member, ready: false, finished: false });
    member.order({ kind: 'start', place: this.#place, folder: this.#folder.path });
  }

  #hear(who: string, report: Report): void {
    const seat = this.#seats.get(who);
    if (report.kind === 'problem') console.error(`${who}: ${report.message}`);
    else if (report.kind === 'failed') this.#progress.waiting.fail(new RunFailure(`${who}: ${report.message}`));
    else if (report.kind === 'accepted') this.#progress.accept(report.event);
    else if (report.kind === 'handled') this.#progress.handle(report.id);
    else if (seat !== undefined) seat[report.kind] = true;
    if (report.kind === 'finished' && who === 'publisher') this.#progress.end();
    this.#progress.waiting.changed();
  }

  async #until(condition: (seat: Seat) => boolean, withinMs: number, otherwise: string): Promise<void> {
    const done = await this.#progress.waiting.until(() => [...this.#seats.values()].every(condition), withinMs);
    if (!done) throw new RunFailure(`After ${withinMs / 1_000} s ${otherwise}`);
  }
}
