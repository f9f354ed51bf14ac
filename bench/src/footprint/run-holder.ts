import { startParticipant } from '../process/participant.js';
import type { Holder, Measure } from './holder.js';
import type { Said } from './messages.js';

/** How many bytes of the heap one takes, counted in a process of its own. */
export async function bytesOf({ name }: Holder, measure: Measure): Promise<Readonly<Record<string, number>>> {
  const script = new URL('./heap-process.js', import.meta.url);
  using participant = startParticipant<Said>(script, [name, measure], ['--expose-gc']);
  const { bytes } = await participant.said('counted');
  return { bytes };
}
