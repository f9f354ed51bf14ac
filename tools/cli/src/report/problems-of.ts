import { CliError, DefinitionError } from '../cli-error.js';
import { fileProblem } from '../file-problem.js';
import type { ListedItem } from './listed-item.js';

/** What was thrown, as a list of what stands in the way. Undefined if it is a mistake of ours. */
export function problemsOf(error: unknown, shownFile: (file: string) => string): readonly ListedItem[] | undefined {
  if (error instanceof DefinitionError) {
    return error.problems.map(({ message, file, channel, path }) => ({
      severity: 'error',
      message,
      ...(file !== undefined && { file: shownFile(file) }),
      ...(channel !== undefined && { channel }),
      ...(path !== undefined && { path }),
    }));
  }
  if (error instanceof CliError) return [placed(error.message, shownFile)];
  const refused = fileProblem(error);
  return refused === undefined ? undefined : [{ severity: 'error', message: refused }];
}

/** A message that begins with a place in a file, `src/a.ts:4:9: …`, tells it apart. */
function placed(text: string, shownFile: (file: string) => string): ListedItem {
  const [, file, line, column, message] = /^([^\s:]+):(\d+):(\d+): ([\s\S]*)$/.exec(text) ?? [];
  if (file === undefined || message === undefined) return { severity: 'error', message: text };
  return { severity: 'error', message, file: shownFile(file), line: Number(line), column: Number(column) };
}
