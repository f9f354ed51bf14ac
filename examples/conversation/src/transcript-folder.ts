import { appendFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Line, Transcripts, WorkerName } from './record.js';
import { RunFailure } from './run-failure.js';

const ending = '.jsonl';

/**
 * A folder with a file for each conversation, to which whoever handles one of its events appends a line. What a worker wrote
 * before it was killed is there, and the lines of all workers are in the order in which they were written.
 */
export class TranscriptFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  /** Appends a line, at once: when this returns it is written, whatever becomes of this process. */
  append(conversationId: string, line: Line): void {
    appendFileSync(join(this.path, `${conversationId}${ending}`), `${JSON.stringify(line)}\n`);
  }

  /** Notes, at once, that a worker has begun to handle an event. */
  begin(worker: WorkerName, id: string): void {
    appendFileSync(this.#begunBy(worker), `${id}\n`);
  }

  /** All that was written. */
  async read(): Promise<Transcripts> {
    const transcripts = new Map<string, readonly Line[]>();
    for (const name of (await readdir(this.path)).filter((each) => each.endsWith(ending))) {
      const lines = (await linesOf(join(this.path, name))).map((line) => JSON.parse(line) as Line);
      transcripts.set(name.slice(0, -ending.length), lines);
    }
    const [a, b] = await Promise.all([linesOf(this.#begunBy('A')), linesOf(this.#begunBy('B'))]);
    return { lines: transcripts, begun: { A: new Set(a), B: new Set(b) } };
  }

  /** Removes it. */
  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  #begunBy(worker: WorkerName): string {
    return join(this.path, `begun-by-${worker.toLowerCase()}.txt`);
  }
}

/** Makes a folder for transcripts: there, or somewhere temporary. @throws RunFailure if that can't be used */
export async function makeTranscriptFolder(path: string | undefined): Promise<TranscriptFolder> {
  if (path === undefined) return new TranscriptFolder(await mkdtemp(join(tmpdir(), 'tidings-transcripts-')));
  try {
    await mkdir(path, { recursive: true });
    if ((await readdir(path)).length === 0) return new TranscriptFolder(path);
  } catch (error) {
    throw new RunFailure(`The folder for the transcripts can't be made: ${(error as Error).message}`);
  }
  throw new RunFailure('The folder for the transcripts is not empty: name one that is, or a new one');
}

/** The whole lines of a file; none if it is not there. What was cut off in the middle of a line did not happen. */
async function linesOf(file: string): Promise<readonly string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n').slice(0, -1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
