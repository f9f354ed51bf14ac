import { parseArgs } from 'node:util';

/** What the program was asked to do. */
export interface Options {
  /** Which bus: `memory`, or the address of a Redis server. */
  readonly bus: string;
  /** How often all deliveries are sent. */
  readonly rounds: number;
  readonly help: boolean;
}

/** What `--help` prints. */
export const usage = `Sends real GitHub webhook deliveries through typed channels, and counts what arrives.

Usage: npm start -- [options]

  --bus <address>   memory (the default): everything in this process;
                    redis://host:port, or rediss:// for TLS: publisher and subscribers are processes of their own,
                    one of which is killed on the way, and another's connection is cut
  --rounds <n>      how often all deliveries are sent, 1 to 10000 (default 1; through Redis 8)
  --help            prints this
`;

/** A mistake on the command line: its message is for the person who made it. */
export class UsageError extends Error {}

/** Reads the command line. @throws UsageError if it can't be understood. */
export function readOptions(args: readonly string[]): Options {
  const { bus, rounds = bus === 'memory' ? '1' : '8', help } = parse(args);
  if (!/^[0-9]{1,5}$/.test(rounds) || Number(rounds) < 1 || Number(rounds) > 10_000) {
    throw new UsageError(`--rounds takes a whole number from 1 to 10000, not '${rounds}'.`);
  }
  return { bus, rounds: Number(rounds), help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      // Package managers differ in whether they pass the separator on.
      args: args.filter((arg) => arg !== '--'),
      options: {
        bus: { type: 'string', default: 'memory' },
        rounds: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    const [sentence = 'The options make no sense.'] = String((error as Error).message).split(/\. (?=To )/);
    throw new UsageError(sentence.endsWith('.') ? sentence : `${sentence}.`);
  }
}
