/** What is wrong with options, collected where they are looked at and told all at once. */
export class OptionProblems extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('; '));
    this.problems = problems;
  }
}

/** @throws OptionProblems if there are any */
export function stopAt(problems: readonly string[]): void {
  if (problems.length > 0) throw new OptionProblems(problems);
}
