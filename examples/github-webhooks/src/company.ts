import { PublisherAccount, SubscriberAccount } from './accounts.js';
import { Crew, type Member } from './processes/crew.js';
import type { MeetingPlace, PublisherReport, SubscriberReport } from './processes/messages.js';
import { RunFailure } from './run-failure.js';
import type { SubscriberName } from './subscribers.js';
import { Waiting } from './waiting.js';

/** A process that publishes or subscribes, and what it has said. */
export interface Seat<Account> {
  readonly account: Account;
  member: Member;
}

const readyInMs = 60_000;

/** A publisher and subscribers, each in a process of its own, which meet on Redis. */
export class Company implements Disposable {
  readonly publisher: Seat<PublisherAccount>;
  readonly subscribers: Readonly<Record<SubscriberName, Seat<SubscriberAccount>>>;
  readonly waiting: Waiting = new Waiting();
  readonly place: MeetingPlace;
  readonly #problem: (who: string, message: string) => void;
  readonly #crew = new Crew((failure) => this.waiting.fail(failure));

  /** @param problem Told what a bus tells of and goes on. */
  constructor(place: MeetingPlace, rounds: number, problem: (who: string, message: string) => void) {
    this.place = place;
    this.#problem = problem;
    this.publisher = this.#startPublisher(rounds);
    const seat = (name: SubscriberName) => {
      const account = new SubscriberAccount();
      return { account, member: this.#startSubscriber(name, account) };
    };
    this.subscribers = {
      'repository-activity': seat('repository-activity'),
      'review-board': seat('review-board'),
      'commit-log': seat('commit-log'),
    };
  }

  /** All processes, by name. */
  get seats(): readonly (readonly [string, Seat<PublisherAccount | SubscriberAccount>])[] {
    return [['publisher', this.publisher], ...Object.entries(this.subscribers)];
  }

  /** How many deliveries each round has. Resolves once everybody is ready, before anything is published. */
  async ready(): Promise<number> {
    const { account } = this.publisher;
    const subscribers = Object.values(this.subscribers);
    await this.waiting.until(
      () => account.deliveries !== undefined && subscribers.every((seat) => seat.account.channels !== undefined),
      { what: 'not all processes were ready', ms: readyInMs },
    );
    return account.deliveries ?? 0;
  }

  /** Lets the publisher go on until it has received so many deliveries. Does not wait. */
  publish(until: number): void {
    this.publisher.member.order({ kind: 'publish', until });
  }

  /** Resolves once the publisher has received so many deliveries. */
  async received(count: number): Promise<void> {
    await this.waiting.until(() => this.publisher.account.received >= count);
  }

  /** Starts a subscriber that has been killed. Resolves once it is there. */
  async restart(name: SubscriberName): Promise<void> {
    const seat = this.subscribers[name];
    seat.member = this.#startSubscriber(name, seat.account);
    await this.waiting.until(() => seat.account.channels !== undefined, {
      what: `the ${titleOf(name)} was not back`,
      ms: readyInMs,
    });
  }

  /** Resolves once all is published, and every subscriber has taken what it was sent and has left. */
  async finish(): Promise<void> {
    await this.waiting.until(() => this.publisher.account.finished);
    const subscribers = Object.values(this.subscribers);
    for (const { member } of subscribers) member.order({ kind: 'finish' });
    await this.waiting.until(() => subscribers.every(({ account }) => account.findings !== undefined), {
      what: 'not all subscribers had finished',
      ms: 30_000,
    });
  }

  [Symbol.dispose](): void {
    this.#crew[Symbol.dispose]();
  }

  #startPublisher(rounds: number): Seat<PublisherAccount> {
    const account = new PublisherAccount();
    const heard = (report: PublisherReport) => this.#hear('publisher', account, report);
    const member = this.#crew.start({
      name: 'publisher',
      program: 'publisher-process',
      argument: String(rounds),
      heard,
    });
    member.order({ kind: 'start', place: this.place });
    return { account, member };
  }

  #startSubscriber(name: SubscriberName, account: SubscriberAccount): Member {
    account.begin();
    const heard = (report: SubscriberReport) => this.#hear(titleOf(name), account, report);
    const member = this.#crew.start({ name: titleOf(name), program: 'subscriber-process', argument: name, heard });
    member.order({ kind: 'start', place: this.place });
    return member;
  }

  #hear<R extends PublisherReport | SubscriberReport>(
    who: string,
    account: { hear(report: R): void },
    report: R,
  ): void {
    account.hear(report);
    if (report.kind === 'problem') this.#problem(who, report.message);
    else if (report.kind === 'failed') this.waiting.fail(new RunFailure(`${who}: ${report.message}`));
    this.waiting.changed();
  }
}

/** What people call a subscriber. */
export function titleOf(name: string): string {
  return name.replaceAll('-', ' ');
}
