/** Something that the command could not do, in words for the person who typed it. Anything else thrown is a bug of ours. */
export class CliError extends Error {
  override readonly name: string = 'CliError';
}
