import { createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { groupLanes, readerLanes } from '../participant/numbered-event.js';
import { serve } from '../process/serve.js';
import type { Book } from './book.js';
import type { LedgerCommands, LedgerOptions } from './commands.js';
import { DurableLedger } from './durable-ledger.js';
import type { Report, Reporter, Side } from './report.js';
import { SideLedger } from './side-ledger.js';

/** The ledger's process: it only keeps what others report, so nothing that they have reported is lost with them. */
const books: Record<Side, Book> = { ours: new SideLedger(true), control: new SideLedger(true) };
const participants = new Set<number>();
const server: Server = createServer((socket) => keep(socket));

serve<LedgerCommands>(
  {
    open: (options) => {
      books.ours = newBook(options);
      books.control = newBook(options);
      return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => {
          const address = server.address();
          resolve(typeof address === 'object' && address !== null ? address.port : 0);
        });
      });
    },
    progress: ({ side, streams, since }) => {
      const book = books[side];
      return {
        sent: book.sent,
        accepted: book.accepted,
        unsettled: book.unsettled,
        silentStreams: book.silentStreams(streams, since),
        unfinishedStreams: book.unfinishedStreams(),
        disconnects: book.disconnects,
        problems: book.problemsOf('publisher', since),
      };
    },
    died: ({ side, pid, at }) => books[side].died?.(pid, at),
    overdue: ({ side, before }) => books[side].overdue?.(before ?? Number.POSITIVE_INFINITY) ?? 0,
    atHand: ({ side, pid }) => books[side].atHand?.(pid) ?? 0,
    figures: ({ side, strikes }) => books[side].figures(strikes),
  },
  // A participant that is stopped does not see that the runner is gone.
  () => {
    for (const pid of participants) signal(pid);
    process.exit(0);
  },
);

function newBook({ keepsTimes, durable }: LedgerOptions): Book {
  if (!durable) return new SideLedger(keepsTimes);
  return new DurableLedger({
    group: (channel) => ({ lanes: groupLanes(channel) }),
    reader: (channel) => ({ lanes: readerLanes(channel) }),
  });
}

function keep(socket: Socket): void {
  let reporter: Reporter | undefined;
  socket.on('error', () => {});
  createInterface({ input: socket }).on('line', (line) => {
    const said = parsed(line);
    if (said === undefined) return;
    if (reporter !== undefined) {
      books[reporter.side].take(reporter, said as Report);
      return;
    }
    reporter = said as Reporter;
    participants.add(reporter.pid);
    books[reporter.side].enter(reporter);
    socket.once('close', () => participants.delete((said as Reporter).pid));
    socket.write('\n');
  });
}

/** Undefined for half a line, the last of somebody who was killed. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
