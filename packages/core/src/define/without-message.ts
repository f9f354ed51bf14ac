/**
 * What may be shown of an error thrown by code that had a payload in its hands: its name and where it was thrown. Its
 * message may quote the payload (`JSON.parse` does).
 */
export function withoutMessage(error: unknown): Error {
  const shown = new Error('(the message is left out: it may quote the payload)');
  if (!(error instanceof Error)) return shown;
  shown.name = error.constructor.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  shown.stack = [`${shown.name}: ${shown.message}`, ...frames].join('\n');
  return shown;
}
