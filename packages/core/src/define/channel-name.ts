const word = '[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*';
const pattern = new RegExp(`^${word}(?:\\.${word})*$`);
const longest = 200;

/** Why a name can't be a channel's, or undefined if it can. */
export function channelNameProblem(name: unknown): string | undefined {
  if (typeof name !== 'string') return `a channel's name must be a string, not ${name === null ? 'null' : typeof name}`;
  if (name.length > longest) return `the name is ${name.length} characters long; ${longest} is the most`;
  if (pattern.test(name)) return undefined;
  const suggestion = suggest(name);
  const hint = suggestion === undefined ? "such as 'order.placed'" : `such as '${suggestion}'`;
  return `the name ${JSON.stringify(name)} must be lower-case words joined by dots, ${hint}`;
}

function suggest(name: string): string | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1.$2')
    .toLowerCase()
    .split(/[^a-z0-9_-]+/)
    .map((part) => part.replace(/^[^a-z]+|[-_]+$/g, '').replace(/[-_]{2,}/g, '_'))
    .filter((part) => part !== '');
  const suggestion = words.join('.');
  return pattern.test(suggestion) ? suggestion : undefined;
}
