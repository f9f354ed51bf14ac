import { type Findings, findingsOf } from '../src/findings.js';
import type { Line, Published, WorkerName } from '../src/record.js';

/** Worker A is lost from 100 to 101. */
export const loss = { worker: 'A', at: 100, goneAt: 101 } as const;

/** A line, as `worker event at attempt`, such as `B two/1 130 2`. */
function lineOf(text: string): Line & { readonly conversationId: string } {
  const [worker = '', id = '', at = '', attempt = '1'] = text.split(' ');
  const [conversationId = ''] = id.split('/');
  const line = { id, channel: 'said', worker: worker as WorkerName, attempt: Number(attempt), at: Number(at) };
  return { ...line, conversationId, text: '' };
}

/**
 * What follows from lines, for conversations `one` and `two` with events numbered from 0.
 *
 * @param begun What A had begun and not done.
 */
export function findingsOfLines(
  events: Readonly<Record<string, number>>,
  lines: readonly string[],
  begun: readonly string[] = [],
): Findings {
  const published = Object.entries(events).flatMap(([conversationId, count]) =>
    Array.from({ length: count }, (_, position): Published => {
      return { id: `${conversationId}/${position}`, channel: 'said', conversationId, position };
    }),
  );
  const written = lines.map(lineOf);
  const byA = written.filter(({ worker }) => worker === 'A').map(({ id }) => id);
  const transcripts = {
    lines: Map.groupBy(written, ({ conversationId }) => conversationId),
    begun: { A: new Set([...byA, ...begun]), B: new Set<string>() },
  };
  return findingsOf(published, transcripts, loss);
}
