/** What there is to say about a rule, as data: `tidings explain` prints it, and documentation can be made of it. */
export interface Explanation {
  /** What it is called wherever it is named. */
  readonly id: string;
  /** What it is about, in a line. */
  readonly summary: string;
  /** Why it matters: paragraphs of plain text. */
  readonly why: readonly string[];
  /** What to do, in a sentence. */
  readonly instead: string;
  /** Code that it speaks against, and what to write in its place. */
  readonly example?: { readonly before: string; readonly after: string };
  /** When it is right not to follow it. */
  readonly unless?: string;
}
