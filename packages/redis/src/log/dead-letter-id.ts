/** Where a dead letter is kept: its id there, and the partition. Letters of all partitions are in the order of their ids. */
export interface DeadLetterId {
  readonly id: string;
  readonly partition: number;
}

export function writeDeadLetterId({ id, partition }: DeadLetterId): string {
  return `${id}.${partition}`;
}

/** Undefined if it is none. */
export function readDeadLetterId(text: string): DeadLetterId | undefined {
  const match = /^(\d{1,15}-\d{1,20})\.(\d{1,5})$/.exec(text);
  return match === null ? undefined : { id: match[1] as string, partition: Number(match[2]) };
}

/** Below 0 if a was kept before b. */
export function compareDeadLetterIds(a: DeadLetterId, b: DeadLetterId): number {
  const [x, y] = [a, b].map(({ id }) => id.split('-').map(Number)) as [[number, number], [number, number]];
  return x[0] - y[0] || x[1] - y[1] || a.partition - b.partition;
}
