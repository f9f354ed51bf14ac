import type { LogEntry } from '@tidings/core/transport';
import { describe, expect, test } from 'vitest';
import { Intake, type IntakeSource, type Supply } from './intake.js';

/** A partition that answers when it is told to. */
class Source implements IntakeSource {
  ready = true;
  readonly partition: number;
  readonly #answers: ((supply: Supply) => void)[] = [];

  constructor(partition: number) {
    this.partition = partition;
  }

  get asked(): number {
    return this.#answers.length;
  }

  ask(): Promise<Supply> {
    return new Promise((resolve) => this.#answers.push(resolve));
  }

  answer(...ids: readonly string[]): void {
    this.#answers.shift()?.({ entries: ids.map((id) => entryOf(this.partition, id)), more: false });
  }
}

function entryOf(partition: number, id: string): LogEntry {
  return { partition, id, payload: '{}', deliveries: 1, notes: undefined, parked: false, missedBefore: 0 };
}

function intakeOf(...sources: readonly Source[]): Intake {
  const intake = new Intake(sources, (error) => {
    throw error;
  });
  for (const source of sources) intake.news(source);
  return intake;
}

const idsOf = (entries: readonly LogEntry[]): readonly string[] => entries.map(({ id }) => id);

describe('an intake', () => {
  test('passes on what one partition has while another does not answer', async () => {
    const [away, here] = [new Source(0), new Source(1)];
    const intake = intakeOf(away, here);
    const taking = intake.take(10);
    here.answer('1-1');
    expect(idsOf(await taking)).toEqual(['1-1']);
    away.answer('2-1');
    expect(idsOf(await intake.take(10))).toEqual(['2-1']);
  });

  test('of a partition that was given away and came back, the take under way brings nothing; the next one does', async () => {
    const [away, moved] = [new Source(0), new Source(1)];
    const intake = intakeOf(away, moved);
    const taking = intake.take(10);
    moved.answer();
    moved.ready = false;
    intake.drop(1);
    moved.ready = true;
    intake.news(moved);
    // It does not wait for the other one, which may be away for long.
    expect(await taking).toEqual([]);
    expect(moved.asked).toBe(0);
    const next = intake.take(10);
    moved.answer('1-7');
    expect(idsOf(await next)).toEqual(['1-7']);
  });

  test('what a partition handed out before it was given away is not passed on', async () => {
    const [one, two] = [new Source(0), new Source(1)];
    const intake = intakeOf(one, two);
    const taking = intake.take(10);
    one.answer('1-1');
    // It has arrived, and waits for what the other one may have.
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    intake.drop(0);
    two.answer('2-1');
    expect(idsOf(await taking)).toEqual(['2-1']);
  });
});
