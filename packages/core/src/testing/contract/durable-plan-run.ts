import assert from 'node:assert/strict';
import type { EventBus } from '../../bus/event-bus.js';
import { isTidingsError } from '../../errors/tidings-error.js';
import { eventually } from '../eventually.js';
import { turns } from './behave-durably.js';
import type { CreateBus } from './bus-features.js';
import { DurableBusUnderTest, type LawGroup, Ticks } from './durable-law-model.js';
import type { DurableStep } from './durable-step.js';
import { type LawChannel, lawChannel } from './law-channels.js';
import { LawMembers } from './law-members.js';
import { LawPublisher } from './law-publisher.js';
import { LawReader } from './law-reader.js';

/** Where a plan for durable channels is carried out. */
export interface DurableLawOptions {
  /** How many buses share the log. */
  readonly buses: number;
  /** Ends a bus as if its process had ended: others take over what it had. Left out where that can't be done: nothing crashes then. */
  crash?(bus: EventBus): void;
  /** How long to wait for what has to come, in milliseconds. Default 45,000. */
  readonly patienceMs?: number;
}

type StepOf<Do extends DurableStep['do']> = Extract<DurableStep, { readonly do: Do }>;

/** Carries out the steps of a plan for durable channels, and writes down what happens. */
export class DurablePlanRun {
  readonly buses: DurableBusUnderTest[] = [];
  readonly channels: readonly LawChannel[];
  readonly readers: LawReader[] = [];
  readonly ticks: Ticks = new Ticks();
  readonly publisher: LawPublisher;
  readonly members: LawMembers;
  readonly #violations: string[] = [];
  readonly #pending: Promise<unknown>[] = [];
  readonly #options: DurableLawOptions;
  readonly #makeBus: (source: string) => EventBus;

  constructor(world: string, createBus: CreateBus, options: DurableLawOptions) {
    this.#options = options;
    this.#makeBus = (source) => createBus(world, { source });
    this.channels = [lawChannel(`${world}.keyed`, true), lawChannel(`${world}.unkeyed`, false)];
    this.publisher = new LawPublisher(this.channels, this.ticks);
    this.members = new LawMembers(this.channels, this.publisher, this.ticks);
    for (let number = 0; number < options.buses; number += 1) this.addBus();
  }

  get violations(): readonly string[] {
    return [
      ...this.#violations,
      ...this.publisher.violations,
      ...this.members.violations,
      ...this.readers.flatMap(({ violations }) => violations),
      ...this.buses.flatMap(({ problems }) => problems),
    ];
  }

  addBus(): DurableBusUnderTest {
    const number = this.buses.length;
    const bus = new DurableBusUnderTest(number, this.#makeBus(`/${number}`));
    this.buses.push(bus);
    return bus;
  }

  async take(step: DurableStep): Promise<void> {
    switch (step.do) {
      case 'publish':
        return this.#onUncrashed(step.bus, (by) => this.publisher.publish(by, step));
      case 'join':
        return this.#onUsable(step.bus, (at) => this.members.join(at, step));
      case 'read':
        return this.#onUsable(step.bus, (at) => this.#read(at, step));
      case 'resume':
        return this.#onUsable(step.bus, (at) => this.resume(this.readers[step.reader % this.readers.length], at, step));
      case 'leave':
        return this.#leave(step);
      case 'unsubscribe':
        return this.#onUncrashed(step.bus, (at) => this.#unsubscribe(at, step));
      case 'close':
        return this.#onUsable(step.bus, (at) => this.close(at, step.drain));
      case 'crash':
        return this.#onUsable(step.bus, (at) => this.#crash(at));
      case 'redrive':
        return this.#onUsable(step.bus, (at) => this.#redrive(at, step));
      case 'wait':
        if (step.for === 'microtask') await Promise.resolve();
        else if (step.for === 'turn') await turns(1);
        else await this.until(() => this.checkIdle());
    }
  }

  resume(reader: LawReader | undefined, at: DurableBusUnderTest, { manner }: Pick<StepOf<'resume'>, 'manner'>): void {
    if (reader !== undefined) this.#pending.push(reader.goOn(at, manner));
  }

  close(at: DurableBusUnderTest, drain: boolean): void {
    if (!at.usable) return;
    const halt = (): void => {
      at.still = true;
      for (const reader of this.readers) if (reader.at === at) reader.halt();
    };
    if (!drain) halt();
    at.closing = at.bus.close({ drain, timeoutMs: this.#options.patienceMs ?? 20_000 }).then(halt);
    this.#pending.push(at.closing);
  }

  /** Resolves when nothing that was asked is without an answer. */
  async settled(): Promise<void> {
    for (let known = -1; known !== this.#asked.length; ) {
      known = this.#asked.length;
      await Promise.all(this.#asked);
    }
  }

  /** What a process that has ended was asked and has no answer to, nobody waits for any longer. */
  async buryCrashed(): Promise<void> {
    await Promise.all(this.buses.map(({ bus, crashed }) => crashed && bus.close({ drain: false, timeoutMs: 1 })));
  }

  /** Closes everything, whatever state it is in. */
  async end(): Promise<void> {
    await Promise.all(
      this.buses.map(({ bus, crashed }) => bus.close(crashed ? { drain: false, timeoutMs: 1 } : { timeoutMs: 5_000 })),
    );
  }

  /** Looks at something until all is well, but not for ever. */
  until(look: () => void | Promise<void>): Promise<void> {
    return eventually(look, { everyMs: 1, timeoutMs: this.#options.patienceMs ?? 45_000 });
  }

  /** Nothing is left to do for any bus. */
  checkIdle(): void {
    for (const { bus, number, crashed } of this.buses) {
      if (crashed) continue;
      const { running, queued, outgoing } = bus.health();
      assert.deepEqual({ number, running, queued, outgoing }, { number, running: 0, queued: 0, outgoing: 0 });
    }
  }

  get #asked(): readonly Promise<unknown>[] {
    return [...this.#pending, ...this.publisher.pending, ...this.members.pending];
  }

  #onUsable(number: number, then: (bus: DurableBusUnderTest) => void): void {
    const bus = this.buses[number % this.#options.buses];
    if (bus?.usable === true) then(bus);
  }

  #onUncrashed(number: number, then: (bus: DurableBusUnderTest) => void): void {
    const bus = this.buses[number % this.#options.buses];
    if (bus?.crashed === false) then(bus);
  }

  #read(at: DurableBusUnderTest, step: StepOf<'read'>): void {
    const channel = step.channel % this.channels.length;
    const reader = new LawReader(channel, this.channels[channel] as LawChannel, step, this.ticks);
    this.readers.push(reader);
    this.resume(reader, at, step);
  }

  #leave({ member: number, by }: StepOf<'leave'>): void {
    const member = this.members.all[number % this.members.all.length];
    if (member !== undefined) this.#pending.push(this.members.leave(member, by));
  }

  #unsubscribe(at: DurableBusUnderTest, { channel, member: number }: StepOf<'unsubscribe'>): void {
    const here = this.members.all.filter((member) => member.at === at && member.channels.has(channel));
    const chosen = number === undefined ? undefined : here[number % here.length];
    if (number !== undefined && chosen === undefined) return;
    for (const member of chosen === undefined ? here : [chosen]) member.channels.delete(channel);
    if (chosen === undefined) {
      for (const reader of this.readers) if (reader.at === at && reader.channel === channel) reader.halt();
    }
    const { first } = this.channels[channel] as LawChannel;
    this.#pending.push(at.bus.unsubscribe(first, chosen?.handler));
  }

  #crash(at: DurableBusUnderTest): void {
    if (this.#options.crash === undefined) return;
    for (const reader of this.readers) if (reader.at === at) reader.halt();
    at.crashedAt = this.ticks.next();
    this.#options.crash(at.bus);
  }

  #redrive(at: DurableBusUnderTest, { channel, group: number }: StepOf<'redrive'>): void {
    const group = this.members.groups[number % this.members.groups.length] as LawGroup;
    const admin = at.bus.admin((this.channels[channel] as LawChannel).first);
    const redrive = async (): Promise<void> => {
      const dead = await admin.deadLetters({ group: group.name, limit: 1_000 });
      for (const { event } of dead) {
        const { data } = JSON.parse(event) as { readonly data: { readonly n: number } };
        const redrives = this.publisher.sent[data.n]?.redrives;
        redrives?.set(group, (redrives.get(group) ?? 0) + 1);
      }
      await admin.redrive(dead.map(({ id }) => id));
    };
    this.#pending.push(
      redrive().catch((error: unknown) => {
        if (at.usable || !isTidingsError(error, 'closed')) this.#violations.push(`redrive rejected: ${error}`);
      }),
    );
  }
}
