/** Words of a name in any style: `messageSent`, `message-sent`, `HTTPServer2` are told apart at their seams. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** `message sent` → `messageSent`. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** `messageSent` → `MessageSent`. What could not begin an identifier gets an underscore in front. */
export function pascalCase(name: string): string {
  const joined = wordsOf(name)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return /^[\p{L}_$]/u.test(joined) ? joined : `_${joined}`;
}

/** `messageSent` → `message-sent`: a file name that means the same on systems that ignore case. */
export function kebabCase(name: string): string {
  return wordsOf(name).join('-').toLowerCase();
}
