import type { Problem } from '@tidings/codegen';

/** Something that the command could not do, in words for the person who typed it. Anything else thrown is a bug of ours. */
export class CliError extends Error {
  override readonly name: string = 'CliError';
}

/** Definitions that nothing can be generated from: every problem, with its place. */
export class DefinitionError extends CliError {
  override readonly name: string = 'DefinitionError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join('\n'));
    this.problems = problems;
  }
}
