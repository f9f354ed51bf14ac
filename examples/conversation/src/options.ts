import { parseArgs } from 'node:util';

/** What the program was asked to do. */
export interface Options {
  /** The address of a Redis server; without one, everything happens in this process. */
  readonly redis: string | undefined;
  /** Where to write the picture as SVG. */
  readonly svg: string | undefined;
  /** The folder that keeps the transcripts. */
  readonly transcripts: string | undefined;
  readonly help: boolean;
}

/** What `--help` prints. */
export const usage = `Two workers of one group write the transcripts of twelve conversations; one of them is killed on the way. Draws a
picture of which worker handled what, and checks that nothing is missing or out of order.

Usage: npm start -- --example conversation [options]

  --redis <address>       redis://host:port, or rediss:// for TLS: the publisher and both workers are processes of their
                          own, one of which is killed; without it, all are in this process, and one is closed
  --svg <file>            draws the picture as SVG too
  --transcripts <folder>  keeps the transcripts in this folder, which must be empty or new
  --help                  prints this
`;

/** A mistake on the command line: its message is for the person who made it. */
export class UsageError extends Error {}

/** Reads the command line. @throws UsageError if it can't be understood. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { redis, svg, transcripts, help } = parseArgs({
      // Package managers differ in whether they pass the separator on.
      args: args.filter((arg) => arg !== '--'),
      options: {
        redis: { type: 'string' },
        svg: { type: 'string' },
        transcripts: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
    return { redis, svg, transcripts, help };
  } catch (error) {
    const [sentence = 'The options make no sense.'] = String((error as Error).message).split(/\. (?=To )/);
    throw new UsageError(sentence.endsWith('.') ? sentence : `${sentence}.`);
  }
}
