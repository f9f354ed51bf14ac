import { type RowResult, resultOf } from './report/row-result.js';
import type { Form, Round, Row } from './rows/row.js';

/** What is to be run. */
export interface RunOptions {
  readonly rows: readonly Row[];
  readonly form: Form;
  rounds(row: Row): number;
  /** A line for whoever waits. */
  say(line: string): void;
}

/** What came of it. */
export interface RunResult {
  readonly results: readonly RowResult[];
  /** Rows that could not be carried out, and why. */
  readonly failures: ReadonlyArray<{ readonly name: string; readonly why: string }>;
}

/** Carries rows out, one after the other. */
export async function runRows({ rows, form, rounds, say }: RunOptions): Promise<RunResult> {
  const results: RowResult[] = [];
  const failures: { readonly name: string; readonly why: string }[] = [];
  for (const [index, row] of rows.entries()) {
    const place = `[${index + 1}/${rows.length}] ${row.name}`;
    try {
      const result = await runRow(row, form, rounds(row), (line) => say(`${place}: ${line}`));
      results.push(result);
      say(`${place}: ${result.held ? 'held' : 'DID NOT HOLD'} (${result.seconds.toFixed(0)} s)`);
      for (const breach of result.breaches) say(`${place}:   ${breach}`);
    } catch (error) {
      failures.push({ name: row.name, why: error instanceof Error ? error.message : String(error) });
      say(`${place}: could not be carried out: ${failures.at(-1)?.why}`);
    }
  }
  return { results, failures };
}

/** Carries one row out, so many times. */
export async function runRow(
  row: Row,
  form: Form,
  rounds: number,
  say: (line: string) => void = () => {},
): Promise<RowResult> {
  const began = performance.now();
  const played: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    say(`${row.title}, round ${round} of ${rounds} …`);
    played.push(await row.play(form));
    say(wordsFor(played.at(-1)));
  }
  return resultOf(row, played, (performance.now() - began) / 1_000);
}

function wordsFor(round: Round | undefined): string {
  const { ours, control } = round ?? {};
  if (ours === undefined) return 'done';
  const lost = ours.lost === 0 ? 'nothing lost' : `${ours.lost} lost, ${ours.reported} of them reported`;
  if (control === undefined) return lost;
  return `${lost}; a plain ioredis lost ${control.lost} and delivered ${control.duplicates} twice`;
}
