/** One thing that stands in the way of generating, with everything needed to find it. */
export interface Problem {
  /** What is wrong and what to do about it, in a sentence. */
  readonly message: string;
  /** The definition file, relative to the package. */
  readonly file?: string | undefined;
  /** The channel's name, or the name of its export where the channel has none. */
  readonly channel?: string | undefined;
  /** Where in the schema, such as `payload.items[].price`. */
  readonly path?: string | undefined;
}

/**
 * Why nothing could be generated.
 *
 * - `unreadable_contract`: definitions that the generator can't turn into a client.
 * - `name_collision`: two things that would get the same name or file.
 * - `unreadable_model`: a model in JSON that is of another format, or not as its format says.
 * - `unreadable_lock`: a lock file that is of another format, or not as it was released.
 * - `unreadable_acceptances`: a record of accepted changes that is not as its format says.
 * - `unreadable_schema`: a document that is no JSON Schema, or one that can't be read.
 * - `broken_manifest`: the record of generated files can't be read.
 */
export type CodegenErrorCode =
  | 'unreadable_contract'
  | 'unreadable_model'
  | 'unreadable_lock'
  | 'unreadable_acceptances'
  | 'unreadable_schema'
  | 'name_collision'
  | 'broken_manifest';

/** The one error class of the generator: all problems at once, each with its place. */
export class CodegenError extends Error {
  override readonly name: string = 'CodegenError';
  /** What kind of failure it is. */
  readonly code: CodegenErrorCode;
  /** Everything that is wrong, in the order in which it stands. */
  readonly problems: readonly Problem[];

  constructor(code: CodegenErrorCode, problems: readonly Problem[]) {
    super(problems.map(problemText).join('\n'));
    this.code = code;
    this.problems = problems;
  }
}

/** A problem as a line of text: where, then what. */
export function problemText({ file, channel, path, message }: Problem): string {
  const where = [file, channel === undefined ? undefined : `channel '${channel}'`, path].filter(
    (part) => part !== undefined,
  );
  return where.length === 0 ? message : `${where.join(', ')}: ${message}`;
}
