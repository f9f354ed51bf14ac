/** What an identifier can't hold, the underscores that join words in it, and joiners that nobody would see. */
const seam = /[^\p{ID_Continue}]+|[\p{Pc}\p{C}]+/u;

/** Words of a name in any style: `messageSent`, `message-sent`, `HTTPServer2` are told apart at their seams. */
function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFC')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(seam)
    .filter((word) => word !== '');
}

/** `message sent` → `messageSent`. */
export function camelCase(name: string): string {
  return withFirst(pascalCase(name), (letter) => letter.toLowerCase());
}

/** `messageSent` → `MessageSent`. What could not begin an identifier gets an underscore in front. */
export function pascalCase(name: string): string {
  const joined = capitalized(name);
  return /^\p{ID_Start}/u.test(joined) ? joined : `_${joined}`;
}

/** `message sent` → `MessageSent`, to be put behind a name: digits may lead. Empty if there is no letter or digit. */
export function capitalized(name: string): string {
  return wordsOf(name)
    .map((word) => withFirst(word, (letter) => letter.toUpperCase()))
    .join('');
}

/** `messageSent` → `message-sent`: a file name that means the same on systems that ignore case. */
export function kebabCase(name: string): string {
  return wordsOf(name).join('-').toLowerCase();
}

/** Whether a name can be used for a variable as it is, reserved words aside, and shows all that it is made of. */
export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) && !/\p{C}/u.test(name);
}

function withFirst(word: string, change: (letter: string) => string): string {
  const [first = ''] = word;
  return change(first) + word.slice(first.length);
}
