/** A stop that a person can do something about: printed as sentences, never as a stack trace. */
export class Halt extends Error {
  /**
   * @param {string} happened one sentence
   * @param {readonly string[]} advice what to do, a line each
   * @param {string} [details] output of the program that failed
   */
  constructor(happened, advice, details) {
    super(happened);
    this.name = 'Halt';
    this.advice = advice;
    this.details = details;
  }
}

/** @param {string} text */
export function say(text) {
  console.log(`Tidings: ${text}`);
}

/** @param {unknown} thrown */
export function sayHalt(thrown) {
  const halt = thrown instanceof Halt ? thrown : haltFromSystemError(thrown);
  if (halt.details) console.error(halt.details.replace(/^/gm, '  | '));
  console.error(`Tidings: ${halt.message}`);
  for (const line of halt.advice) console.error(`         ${line}`);
}

/**
 * @param {unknown} thrown
 * @returns {Halt}
 */
function haltFromSystemError(thrown) {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return haltFromOutput(`${code} ${message}`) ?? new Halt(`this was not expected: ${message}`, ['Please report it.']);
}

/** The order matters: a full disk also breaks connections, and a refused write also breaks installs. */
/** @type {ReadonlyArray<readonly [pattern: RegExp, happened: string, advice: readonly string[]]>} */
const causes = [
  [
    /ENOSPC|EDQUOT|no space left|disk quota exceeded/i,
    'the disk is full.',
    ['Free about 2 GB (packages, their cache in your home folder, build output) and run the command again.'],
  ],
  [
    /ERR_PNPM_(OUTDATED_LOCKFILE|LOCKFILE_CONFIG_MISMATCH|NO_LOCKFILE|BROKEN_LOCKFILE)|frozen-lockfile/,
    'pnpm-lock.yaml does not fit the package.json files.',
    [
      'After a change of dependencies: npx pnpm install (it updates the lock file), then run the command again.',
      'Without such a change: git checkout pnpm-lock.yaml',
    ],
  ],
  [
    /UNABLE_TO_(VERIFY|GET)|SELF_SIGNED|CERT_|ERR_TLS|unknown ?issuer|certificate/i,
    "the npm registry's certificate is not trusted here.",
    ['Behind a company proxy, point NODE_EXTRA_CA_CERTS and `npm config set cafile` at its certificate.'],
  ],
  [
    /E40[13]\b|ERR_PNPM_FETCH_40[13]|Unauthorized|Forbidden/,
    'the npm registry refused the request.',
    ['See `npm config get registry`, and log in there, or: npm config set registry https://registry.npmjs.org/'],
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|EPIPE|ERR_SOCKET|UND_ERR|META_FETCH_FAIL|FETCH_ERROR|ERR_PNPM_FETCH|network|error sending request|timed? ?out/i,
    'the npm registry could not be reached.',
    [
      'Check the connection with: npm ping',
      'Behind a proxy, set HTTPS_PROXY; for another registry: npm config set registry <url>',
      'Then run the command again: what was fetched already is kept.',
    ],
  ],
  [
    /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    'a file or folder cannot be written.',
    [
      'This folder and the npm cache in your home folder must belong to you. An earlier run as root may have left files:',
      'sudo chown -R "$(id -un)" . ~/.npm ~/.cache ~/.local/share/pnpm',
    ],
  ],
];

/**
 * Recognises what stopped a program by what it printed.
 * @param {string} output
 * @returns {Halt | undefined}
 */
export function haltFromOutput(output) {
  for (const [pattern, happened, advice] of causes) {
    if (pattern.test(output)) return new Halt(happened, advice, lastLines(output, 12));
  }
  return undefined;
}

/**
 * @param {string} text
 * @param {number} count
 */
export function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
