import { isTidingsError } from '../../errors/tidings-error.js';
import type { DurableMember, DurableSent, Ticks, Try } from './durable-law-model.js';
import { isZombie } from './durable-law-model.js';

/** One call of a member's handler, as the model follows it. */
export class MemberCall {
  readonly member: DurableMember;
  readonly tries: readonly Try[];
  readonly signal: AbortSignal;
  readonly #ticks: Ticks;
  readonly #decisions = new Map<DurableSent, 'retry' | 'bury'>();
  #over = false;

  constructor(
    member: DurableMember,
    events: readonly { readonly sent: DurableSent; readonly attempt: number }[],
    signal: AbortSignal,
    ticks: Ticks,
  ) {
    this.member = member;
    this.signal = signal;
    this.#ticks = ticks;
    const began = ticks.next();
    this.tries = events.map(({ sent, attempt }) => ({
      member,
      sent,
      attempt,
      call: began,
      began: ticks.next(),
      ended: undefined,
      outcome: undefined,
    }));
    member.running += 1;
    // From then on the member waits no longer for it, and whatever it returns later does not count.
    signal.addEventListener('abort', () => this.#aborted(), { once: true });
  }

  /** Whether what it does still matters. */
  get over(): boolean {
    return this.#over;
  }

  decide({ sent }: Try, decision: 'retry' | 'bury'): void {
    this.#decisions.set(sent, decision);
  }

  /** The handler has come to an end. */
  end(threw: boolean): void {
    if (this.#over) return;
    const { at } = this.member;
    if (threw) at.failed += this.tries.length;
    else at.succeeded += this.tries.length;
    this.#end((each) => this.#outcome(each, threw));
  }

  #aborted(): void {
    if (this.#over) return;
    const timedOut = isTidingsError(this.signal.reason, 'handler_timeout');
    if (timedOut) this.member.at.failed += this.tries.length;
    this.#end((each) => (timedOut ? this.#outcome(each, true) : 'lost'));
  }

  #end(outcomeOf: (each: Try) => Try['outcome']): void {
    this.#over = true;
    this.member.running -= 1;
    for (const each of this.tries) {
      each.ended = this.#ticks.next();
      each.outcome = outcomeOf(each);
      if (each.outcome === 'again') this.member.at.retried += 1;
      if (each.outcome === 'dead') this.member.at.givenUp += 1;
    }
  }

  #outcome({ sent, attempt }: Try, threw: boolean): Try['outcome'] {
    const decision = this.#decisions.get(sent);
    if (decision === 'bury') return 'dead';
    if (!threw && decision === undefined) return 'done';
    return attempt >= this.member.group.maxAttempts ? 'dead' : 'again';
  }
}

/** What is wrong with a call at the moment when it begins. */
export function problemsOfCall({ member, tries }: MemberCall): readonly string[] {
  const { at, group, channels, batch = 1, concurrency, running } = member;
  // What its process does after its end, nobody can prevent.
  if (at.crashed) return [];
  const problems: string[] = [];
  if (running > concurrency) problems.push(`it runs ${running} calls at once, where ${concurrency} are allowed`);
  if (tries.length > batch) problems.push(`it got ${tries.length} events, where ${batch} are allowed`);
  if (at.still) problems.push('its bus is closed');
  for (const each of tries) {
    const { sent, attempt } = each;
    if (!channels.has(sent.channel)) problems.push(`${sent.n} begins after it has left the channel`);
    if (attempt > group.maxAttempts) problems.push(`${sent.n} is tried for the ${attempt}th time`);
    if (sent.version > member.version) problems.push(`${sent.n} is of a version that it may not read`);
    const others = (sent.tries.get(group) ?? []).filter(
      (other) => other !== each && other.ended === undefined && !isZombie(other) && !other.member.at.crashed,
    );
    for (const other of others) problems.push(`${sent.n} is being handled by member ${other.member.number}`);
  }
  return problems.map((problem) => `member ${member.number} of ${group.name}: ${problem}`);
}
