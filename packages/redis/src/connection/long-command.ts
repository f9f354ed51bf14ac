import { Command, type Redis } from 'ioredis';

/** What is shorter goes out as text, which Node copies to where it needs no memory of its own. */
const longFrom = 4_096;

const mostSpare = 8;
const leastBytes = 65_536;
const mostBytes = 1_048_576;

/** Memory that was written from and can be again: fresh memory for each command would cost more than the copying. */
const spare: Buffer[] = [];

/**
 * Sends a command, whose arguments may be long; texts come back as buffers. Rejects with what ioredis says.
 *
 * ioredis makes one text of a command, and Node makes bytes of that, in new memory each time. Here the bytes of a long command are
 * written at once, into memory that is used again as soon as Redis has answered: by then it has read them all.
 */
export function sendCommand(
  client: Redis,
  name: string,
  args: readonly (string | number | Buffer)[],
): Promise<unknown> {
  let length = 0;
  for (const arg of args) length += typeof arg === 'number' ? 0 : arg.length;
  return length < longFrom ? client.callBuffer(name, [...args]) : sendLong(client, name, args);
}

async function sendLong(client: Redis, name: string, args: readonly (string | number | Buffer)[]): Promise<unknown> {
  const command = new LongCommand(name, [...args]);
  try {
    const reply: unknown = await client.sendCommand(command);
    command.recycle();
    return reply;
  } finally {
    command.forget();
  }
}

class LongCommand extends Command {
  #bytes: Buffer | undefined;

  override toWritable(): Buffer {
    // ioredis has made texts of all that is neither a text nor bytes.
    const args = this.args as readonly (string | Buffer)[];
    const lengths = args.map((arg) => Buffer.byteLength(arg));
    const head = `*${args.length + 1}\r\n$${this.name.length}\r\n${this.name}\r\n`;
    // A length has at most ten digits.
    const most = lengths.reduce((sum, length) => sum + length + 15, head.length);
    const bytes = take(most);
    let at = bytes.write(head, 0, 'latin1');
    for (const [index, arg] of args.entries()) {
      const length = lengths[index] as number;
      at += bytes.write(`$${length}\r\n`, at, 'latin1');
      at += write(bytes, arg, length, at);
      at += bytes.write('\r\n', at, 'latin1');
    }
    this.#bytes = bytes;
    return bytes.subarray(0, at);
  }

  /**
   * Lets go of its arguments. A command that is over was seen to stay until the next full collection, and what it holds with it:
   * all that was sent in between.
   */
  forget(): void {
    this.args = [];
    this.#bytes = undefined;
  }

  /** Redis has answered, and so has read all bytes. */
  recycle(): void {
    const bytes = this.#bytes;
    if (bytes !== undefined && bytes.length <= mostBytes && spare.length < mostSpare) spare.push(bytes);
  }
}

function write(bytes: Buffer, arg: string | Buffer, length: number, at: number): number {
  if (typeof arg !== 'string') return arg.copy(bytes, at);
  return bytes.write(arg, at, arg.length === length ? 'latin1' : 'utf8');
}

function take(size: number): Buffer {
  const fits = spare.findIndex(({ length }) => length >= size);
  if (fits >= 0) return spare.splice(fits, 1)[0] as Buffer;
  return Buffer.allocUnsafeSlow(Math.max(leastBytes, 2 ** Math.ceil(Math.log2(size))));
}
