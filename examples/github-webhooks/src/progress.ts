import { createLogUpdate } from 'log-update';
import pc from 'picocolors';

/** A line that says how far the work is, while somebody is looking. */
export interface Progress {
  show(done: number, of: number, doing: string): void;
  /** Prints a line that stays. */
  note(line: string): void;
  end(): void;
}

const width = 30;
const everyMs = 40;

/** A live line on a terminal; elsewhere only notes, so that logs stay readable. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  const note = (line: string) => void stream.write(`${line}\n`);
  if (!stream.isTTY) return { show() {}, note, end() {} };
  const update = createLogUpdate(stream);
  let shownAt = 0;
  return {
    show(done, of, doing) {
      const now = performance.now();
      if (done < of && now - shownAt < everyMs) return;
      shownAt = now;
      const filled = Math.round((width * done) / of);
      const bar = pc.green('━'.repeat(filled)) + pc.dim('━'.repeat(width - filled));
      update(`${bar} ${done}/${of} ${pc.dim(doing)}`);
    },
    note(line) {
      update.clear();
      note(line);
    },
    end: () => update.clear(),
  };
}
