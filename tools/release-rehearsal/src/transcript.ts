/** What was done and what came of it, in sections for people to read. */
export class Transcript {
  readonly #parts: string[] = [];
  /** The lines of the code block that is being written. */
  #block: string[] = [];
  #folder = '';
  readonly #substitutions: Array<readonly [from: string | RegExp, to: string]> = [];

  /** Has what differs from run to run, or from machine to machine, read the same everywhere. */
  substitute(from: string | RegExp, to: string): void {
    this.#substitutions.push([from, to]);
  }

  /** A new section, and what happens in it. */
  section(title: string, sentence: string): void {
    this.#closeBlock();
    this.#parts.push(`### ${title}`, sentence);
  }

  /** A sentence between commands. */
  say(sentence: string): void {
    this.#closeBlock();
    this.#parts.push(sentence);
  }

  /** A command, where it was run, and what it printed. */
  command(folder: string, line: string, output: string): void {
    if (folder !== this.#folder) this.lines(`$ cd ${folder}`);
    this.#folder = folder;
    this.lines(`$ ${line}`);
    if (output.trim() !== '') this.lines(output);
  }

  /** Lines of the code block, as they are. */
  lines(text: string): void {
    this.#block.push(...this.readable(text).split('\n'));
  }

  /** A text without what differs from run to run. */
  readable(text: string): string {
    const plain = this.#substitutions.reduce((so, [from, to]) => so.replaceAll(from, to), withoutProgress(text));
    return plain
      .replaceAll(/ \(\d+ ms\)$/gm, '')
      .replaceAll(/[ \t]+$/gm, '')
      .replaceAll(/\n{3,}/g, '\n\n')
      .replaceAll(/^\n+|\n+$/g, '');
  }

  /** All of it, as Markdown. */
  markdown(): string {
    this.#closeBlock();
    return this.#parts.join('\n\n');
  }

  #closeBlock(): void {
    // What was printed may have code blocks of its own.
    const fence = this.#block.some((line) => line.includes('```')) ? '````' : '```';
    if (this.#block.length > 0) this.#parts.push([`${fence}console`, ...this.#block, fence].join('\n'));
    this.#block = [];
  }
}

const esc = String.fromCharCode(27);
const erased = new RegExp(`^.*${esc}\\[1G${esc}\\[J`, 'gm');
const control = new RegExp(`${esc}\\[[0-9;?]*[A-Za-z]`, 'g');
const bar = /^[◐◓◑◒] +(?:━+ )?/gm;

/** What a terminal would show in the end: of a progress bar, that it was there. */
function withoutProgress(text: string): string {
  return text.replaceAll(erased, '').replaceAll(control, '').replaceAll(bar, '');
}
