import { isTidingsError, TidingsError, type TidingsErrorCode } from '@tidings/core';

/** What was going on when something failed, for the message. Names only: never an argument that may hold a payload. */
export interface Doing {
  /** The server, as a host and port, or the name of a Sentinel's master. */
  readonly server: string;
  /** The command, in capitals. */
  readonly command?: string;
  /** The bus's channel. */
  readonly channel?: string;
  /** Whether the connection is by TLS. */
  readonly secure?: boolean;
  /** Whether the server had not said a word yet. */
  readonly connecting?: boolean;
}

interface Refusal {
  readonly code: TidingsErrorCode;
  readonly mend: string;
}

/** What a server's answer starts with, as Redis writes its errors. */
const refusals: Readonly<Record<string, Refusal>> = {
  WRONGPASS: { code: 'authentication_failed', mend: 'check the user name and the password' },
  NOAUTH: { code: 'authentication_failed', mend: 'it wants a password: give one, in the url or in redis.password' },
  NOPERM: { code: 'permission_denied', mend: 'grant the right with ACL SETUSER; the README lists what the bus needs' },
  OOM: { code: 'out_of_memory', mend: 'it is at its maxmemory: give it more, or let it hold less' },
  READONLY: { code: 'read_only', mend: 'it is a replica: connect to its master' },
  LOADING: { code: 'loading', mend: 'it is still reading its data: wait, and try again' },
  MASTERDOWN: { code: 'read_only', mend: 'it is a replica that lost its master: connect to the master' },
  CLUSTERDOWN: { code: 'connection_failed', mend: 'part of the Cluster is down: see CLUSTER INFO' },
  MISCONF: { code: 'read_only', mend: 'it can not save its data and refuses writes: see its log' },
};

const network: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'is it running, and is the address right?',
  ENOTFOUND: 'there is no such host: is the address right?',
  EAI_AGAIN: 'its name could not be looked up',
  ETIMEDOUT: 'it did not answer: is it running, and is a firewall in between?',
  EHOSTUNREACH: 'there is no way to it from here',
  ENETUNREACH: 'there is no way to it from here',
  ENOENT: 'there is no such socket',
  EACCES: 'the socket may not be used',
};

/**
 * An error of ioredis or of the network as one of ours. It carries no argument, payload or credential, which theirs may
 * (ioredis puts a failed command's arguments on its errors: redis/ioredis#1713), so theirs is not kept as the cause.
 */
export function redisFailure(error: unknown, doing: Doing): TidingsError {
  if (isTidingsError(error)) return error;
  const otherwise = doing.command === undefined ? 'connection_failed' : 'transport_failed';
  if (isReplyError(error)) return refusedByServer(error.message, doing, otherwise);
  const { server, channel, secure = false, connecting = false } = doing;
  const code = codeOf(error);
  const tls = code === undefined ? undefined : tlsProblem(code);
  if (tls !== undefined) {
    const message = `the certificate of Redis at ${server} is not accepted (${code}): ${tls}`;
    return new TidingsError('connection_failed', message, { channel });
  }
  if (code !== undefined && network[code] !== undefined) {
    const why =
      secure && code === 'ETIMEDOUT' ? 'it did not answer: is it running, and does it speak TLS?' : network[code];
    const message = `Redis at ${server} can not be reached (${code}): ${why}`;
    return new TidingsError('connection_failed', message, { channel });
  }
  const why = code ?? sentinelProblem(error);
  if (connecting && (why === undefined || why === 'ECONNRESET' || why === 'EPIPE')) {
    const tlsHint = secure ? 'does it speak TLS' : 'does it want TLS (rediss://)';
    const hint = `is it a Redis, ${tlsHint}, or has it all the clients it may have (maxclients)?`;
    return new TidingsError('connection_failed', `Redis at ${server} hung up before it said a word: ${hint}`, {
      channel,
    });
  }
  const message = `the connection to Redis at ${server} was lost${why === undefined ? '' : ` (${why})`}`;
  return new TidingsError('connection_failed', message, { channel });
}

/** What a failed publish means for the event: refused by the server, or nobody knows. */
export function publishFailure(error: unknown, doing: Doing): TidingsError {
  if (isReplyError(error)) return refusedByServer(error.message, doing, 'not_sent');
  const { server, channel } = doing;
  // What ioredis says when it did not even try.
  if (error instanceof Error && error.message.startsWith("Stream isn't writeable")) {
    const message = `nothing was published on '${channel}': there is no connection to Redis at ${server}`;
    return new TidingsError('not_sent', message, { channel });
  }
  const message = `the connection to Redis at ${server} was lost before it answered: what was published on '${channel}' may or may not have been accepted`;
  return new TidingsError('outcome_unknown', message, { channel });
}

/** Whether a server answered, and refused. */
export function isReplyError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ReplyError';
}

/** Where a Cluster says the slot is, if that is what it answered. */
export function movedTo(error: unknown): string | undefined {
  return isReplyError(error) ? /^MOVED \d+ (\S+)$/.exec(error.message)?.[1] : undefined;
}

/** @param otherwise The code of a refusal that has none of its own. */
function refusedByServer(answer: string, doing: Doing, otherwise: TidingsErrorCode): TidingsError {
  const { server, command, channel } = doing;
  const word = wordOf(answer);
  const { code, mend } = refusals[word] ?? { code: otherwise, mend: harmless(answer) };
  const what = [command, channel === undefined ? undefined : `on '${channel}'`].filter(Boolean).join(' ');
  const message = `Redis at ${server} refuses ${what === '' ? 'the connection' : what} (${word}): ${mend}`;
  return new TidingsError(code, message, { channel });
}

/** What kind of answer it is. Of what a script may not do, Redis 7.0 has no kind of its own. */
function wordOf(answer: string): string {
  if (answer.startsWith('ERR The user executing the script')) return 'NOPERM';
  return /^[A-Z]+/.exec(answer)?.[0] ?? 'ERR';
}

/** An answer that we know no better words for, without the arguments that it may repeat. */
function harmless(answer: string): string {
  return answer
    .replace(/^[A-Z]+ /, '')
    .replace(/,? ?with args beginning with.*$/s, '')
    .replace(/'[^']{41,}'/g, "'…'")
    .slice(0, 200);
}

function tlsProblem(code: string): string | undefined {
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return 'it is for another host: connect by the name that it is for, or give redis.tls.servername';
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return 'it is not valid today: renew it';
  if (/CERT|ISSUER|SIGNATURE/.test(code)) {
    return 'whoever signed it is not known here: give their certificate in redis.tls.ca';
  }
  if (code.startsWith('ERR_SSL')) return 'the two do not speak the same TLS; a server without it answers so, too';
  return undefined;
}

function sentinelProblem(error: unknown): string | undefined {
  const known = error instanceof Error && error.message.startsWith('All sentinels are unreachable');
  return known ? 'no Sentinel knows the master, or none can be reached' : undefined;
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // Several addresses were tried.
  const [first] = error instanceof AggregateError ? error.errors : [];
  return first === undefined ? undefined : codeOf(first);
}
