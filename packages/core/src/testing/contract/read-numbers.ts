import type { BusEvent } from '../../bus/bus-event.js';
import type { EventStream } from '../../bus/event-stream.js';
import type { Sample } from './sample-channel.js';

/** Reads so many events of a stream, and returns their numbers. */
export async function readNumbers(
  stream: EventStream<BusEvent<string, Sample>>,
  count: number,
): Promise<readonly number[]> {
  const read: number[] = [];
  while (read.length < count) {
    const { done, value } = await stream.next();
    if (done) break;
    read.push(value.data.n);
  }
  return read;
}
