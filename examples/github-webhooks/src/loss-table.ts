import Table from 'cli-table3';
import pc from 'picocolors';

/** What was done to a subscriber. */
export type Fate = 'undisturbed' | 'cut off' | 'killed';

/** What became of what was published for one subscriber. */
export interface Loss {
  readonly name: string;
  readonly fate: Fate;
  /** Events published on its channels, as the publisher counted them. */
  readonly published: number;
  /** How many of them each of its processes received; more than one if it was killed. */
  readonly receivedByProcess: readonly number[];
  /** How often its bus said that it had been away. */
  readonly reconnects: number;
  /** How many events its bus said were missing. */
  readonly toldMissing: number;
  /** On how many channels. */
  readonly toldMissingOn: number;
}

/** The closing table: what each subscriber received and missed, and what its bus knew of that. */
export function lossTable(losses: readonly Loss[]): string {
  const table = new Table({
    head: ['subscriber', 'was', 'published', 'received', 'missed', 'told: reconnects', 'told: missing'].map((title) =>
      pc.bold(title),
    ),
    colAligns: ['left', 'left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const loss of losses) {
    const { name, fate, published, receivedByProcess, reconnects, toldMissing } = loss;
    const missed = missedBy(loss);
    table.push([
      name,
      fate,
      published,
      receivedByProcess.join(' + '),
      missed === 0 ? '0' : pc.yellow(String(missed)),
      reconnects,
      missed === toldMissing ? String(toldMissing) : pc.red(String(toldMissing)),
    ]);
  }
  return table.toString();
}

/** What the table means, a line for each subscriber. */
export function verdicts(losses: readonly Loss[]): readonly string[] {
  return losses.map((loss) => `${pc.bold(loss.name.padEnd(21))}${verdictOn(loss)}`);
}

function verdictOn(loss: Loss): string {
  const { fate, reconnects, toldMissing, toldMissingOn } = loss;
  const missed = missedBy(loss);
  if (fate === 'killed') {
    return `missed ${missed} and can't know: to a new process, the first event of a publisher is where it begins.`;
  }
  if (missed === 0 && reconnects === 0) return 'was there all the time, and received everything.';
  if (missed === toldMissing) {
    return `missed ${missed} and knows: its bus told of ${times(reconnects, 'reconnect')}, and counted ${toldMissing} on ${times(toldMissingOn, 'channel')}.`;
  }
  return `missed ${missed}: its bus told of ${times(reconnects, 'reconnect')}, and counted ${toldMissing}, because a hole shows when a later event of its channel comes.`;
}

function missedBy({ published, receivedByProcess }: Loss): number {
  return receivedByProcess.reduce((left, received) => left - received, published);
}

function times(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
