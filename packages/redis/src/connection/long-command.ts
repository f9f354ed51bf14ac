import { Command, type Redis } from 'ioredis';

/** What is shorter goes out as text, which Node copies to where it needs no memory of its own. */
const longFrom = 4_096;

const mostSpare = 32;
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
    const head = `*${args.length + 1}\r\n$${this.name.length}\r\n${this.name}\r\n`;
    // A length has at most ten digits, and a character at most three bytes.
    const most = args.reduce((sum, arg) => sum + (typeof arg === 'string' ? 3 : 1) * arg.length + 15, head.length);
    const bytes = take(most);
    let at = bytes.write(head, 0, 'latin1');
    for (const arg of args) at = writeArg(bytes, arg, at);
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

/** Returns where it ends. Nearly every text is ASCII, so that is tried first: measuring it would be a pass of its own. */
function writeArg(bytes: Buffer, arg: string | Buffer, start: number): number {
  let at = start + bytes.write(`$${arg.length}\r\n`, start, 'latin1');
  if (typeof arg !== 'string') at += arg.copy(bytes, at);
  else {
    const length = bytes.write(arg, at, 'utf8');
    if (length === arg.length) at += length;
    else {
      at = start + bytes.write(`$${length}\r\n`, start, 'latin1');
      at += bytes.write(arg, at, 'utf8');
    }
  }
  return at + bytes.write('\r\n', at, 'latin1');
}

function take(size: number): Buffer {
  const fits = spare.findIndex(({ length }) => length >= size);
  if (fits >= 0) return spare.splice(fits, 1)[0] as Buffer;
  return Buffer.allocUnsafeSlow(Math.max(leastBytes, 2 ** Math.ceil(Math.log2(size))));
}
