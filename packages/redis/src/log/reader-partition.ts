import { beforeAll, type LogChannel, type LogEntry, readLogId } from '@tidings/core/transport';
import type { Ending } from './ending.js';
import type { IntakeSource, Supply } from './intake.js';
import type { LogContext } from './log-context.js';
import type { PresenceListener } from './presence.js';
import { findPlaceScript } from './scripts/find-place.js';
import { readScript } from './scripts/read.js';
import { afterFound, earlier, reachedAt, type Start } from './start-of.js';

/** What is read of one partition without a group. */
export interface ReaderPartitionListener {
  news(source: ReaderPartition): void;
  reset(source: ReaderPartition): void;
}

const mostEntries = 64;

/** A reader's place in one partition. */
export class ReaderPartition implements IntakeSource, PresenceListener {
  readonly partition: number;
  readonly #tag: number;
  readonly #channel: LogChannel;
  readonly #context: LogContext;
  readonly #closed: Ending;
  readonly #listener: ReaderPartitionListener;
  /** What was read last, or what comes before the first. */
  #after: string = beforeAll;
  /** The number of the last event up to there; undefined if that is not known. */
  #reached: number | undefined = 0;
  #news = 0;

  constructor(
    { partition, tag, channel }: { readonly partition: number; readonly tag: number; readonly channel: LogChannel },
    context: LogContext,
    closed: Ending,
    listener: ReaderPartitionListener,
  ) {
    this.partition = partition;
    this.#tag = tag;
    this.#channel = channel;
    this.#context = context;
    this.#closed = closed;
    this.#listener = listener;
  }

  get ready(): boolean {
    return !this.#closed.over;
  }

  /** Where it is: it has read this entry, and all before. */
  get after(): string {
    return this.#after;
  }

  /** Finds its place. From then on nothing is missed. @throws TidingsError, CallOver */
  async begin(start: Start): Promise<void> {
    const { name } = this.#channel;
    await this.#context.wakeUps.listen(this.#tag, name, this.#heard);
    this.#context.presenceAt(this.#tag).listen(name, this);
    if ('after' in start) {
      this.#after = start.after;
    } else {
      const answer = await this.#call(findPlaceScript, () => [name, start.find]);
      const [head, found] = (answer as Buffer[]).map(String) as [string, string];
      this.#after = afterFound(start, head, found);
    }
    this.#reached = reachedAt(this.#after);
  }

  search(): void {}

  look(): void {}

  news(): void {
    this.#news += 1;
    this.#listener.news(this);
  }

  async ask(maxEvents: number): Promise<Supply> {
    const news = this.#news;
    const answer = await this.#call(readScript, () => [this.#channel.name, this.#after, maxEvents, mostEntries]);
    const [last, told, drained] = answer as [Buffer, [Buffer, Buffer][], number];
    const head = String(last) || beforeAll;
    // With a lower number appended last, or none, it is another log.
    if ((this.#reached ?? 0) > readLogId(head).lastOffset) return this.#reset(head);
    const entries: LogEntry[] = [];
    for (const [id, payload] of told) {
      const missedBefore = this.#advance(String(id));
      if (missedBefore < 0) return entries.length > 0 ? { entries, more: true } : this.#reset(head);
      const entry = { partition: this.partition, id: String(id), payload, deliveries: 1, notes: undefined };
      entries.push({ ...entry, parked: false, missedBefore });
    }
    return { entries, more: drained !== 1 || this.#news !== news };
  }

  /** Never rejects. */
  async close(): Promise<void> {
    this.#context.presenceAt(this.#tag).unlisten(this);
    await this.#context.wakeUps.unlisten(this.#tag, this.#channel.name, this.#heard).catch(() => {});
  }

  readonly #heard = (): void => this.news();

  /** Goes on behind an entry; tells how many events there were in between, or below 0 if this is another log. */
  #advance(id: string): number {
    const { ms, lastOffset, count } = readLogId(id);
    const reached = this.#reached ?? lastOffset - count;
    const missed = lastOffset - count - reached;
    // Somebody else's entry has no number, or the next one within the same millisecond.
    const isNumbered = count > 0 && lastOffset >= count;
    if (isNumbered && missed < 0 && ms > readLogId(this.#after).ms) return -1;
    this.#after = id;
    if (!isNumbered || missed < 0) return 0;
    this.#reached = lastOffset;
    return missed;
  }

  /**
   * The log was lost, or the end of it, as by a failover. What this reader has read and what there is now parted somewhere before both
   * the end of the one and of the other; since ids grow with time, what came after that is behind them.
   */
  #reset(head: string): Supply {
    const parted = earlier(head, this.#after);
    this.#reached = parted === head ? reachedAt(head) : undefined;
    this.#after = parted;
    this.#context.lostLog(this.#channel.name);
    this.#listener.reset(this);
    return { entries: [], more: true };
  }

  #call(script: typeof readScript, args: () => readonly (string | number)[]): Promise<unknown> {
    const { calls, keys } = this.#context;
    const { name } = this.#channel;
    const tag = this.#tag;
    return calls.call({
      script,
      tag,
      keys: [keys.log(tag, name), keys.heads(tag)],
      args,
      ending: this.#closed,
      channel: name,
    });
  }
}
