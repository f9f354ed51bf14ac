/** A line that says what long work is at. */
export interface Progress {
  /** Says what is being done now. */
  step(what: string): void;
  /** Wipes the line away, before anything else is printed. */
  done(): void;
}

/** What it needs of a terminal. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** Work that is shorter than this says nothing. */
const quietMs = 300;

/** A progress line on a terminal; nothing where nobody watches: in CI, in a file, in a pipe. */
export function progressOn(stream: ProgressStream, env: Readonly<Record<string, string | undefined>>): Progress {
  if (stream.isTTY !== true || (env.CI !== undefined && env.CI !== 'false') || env.TERM === 'dumb') return silent;
  const begun = performance.now();
  let shown = false;
  let latest = '';
  const show = (): void => {
    shown = true;
    stream.write(`\r\u001b[2K${latest} …`);
  };
  const timer = setTimeout(show, quietMs);
  timer.unref();
  return {
    step: (what) => {
      latest = what;
      if (shown || performance.now() - begun > quietMs) show();
    },
    done: () => {
      clearTimeout(timer);
      if (shown) stream.write('\r\u001b[2K');
      shown = false;
    },
  };
}

/** Says nothing. */
export const silent: Progress = { step: () => {}, done: () => {} };
