import { TidingsError } from '../errors/tidings-error.js';
import type { AnyChannel } from './channel.js';

/** A pattern as a template literal type: `order.*` becomes `order.${string}`. */
type Template<P extends string> = P extends `${infer Head}*${infer Tail}` ? `${Head}${string}${Template<Tail>}` : P;

/** Those of a union of channels whose name a pattern matches; `never` if there is none. */
export type Matching<C extends AnyChannel, P extends string> = C extends AnyChannel
  ? C['name'] extends Template<P>
    ? C
    : never
  : never;

/**
 * The channels whose names match a pattern. `*` stands for one or more whole words: `order.*` matches `order.placed` and
 * `order.line.added`, `*.placed` matches `order.placed`.
 *
 * @throws TidingsError `invalid_option` if the pattern is malformed or matches nothing, naming what there is.
 *
 * @example
 * ```ts
 * await bus.subscribe(channelsMatching(conversationChannels, 'conversation.*'), (event) => {
 *   if (event.channel === 'conversation.message.sent') console.error(event.data.text);
 * });
 * ```
 */
export function channelsMatching<C extends AnyChannel, const P extends string>(
  channels: readonly C[],
  pattern: P,
): readonly Matching<C, P>[] {
  const words = pattern.split('.');
  const malformed = words.find((word) => word !== '*' && (word === '' || word.includes('*')));
  if (malformed !== undefined) {
    throw new TidingsError(
      'invalid_option',
      `the pattern ${JSON.stringify(pattern)} is malformed at ${JSON.stringify(malformed)}: words are joined by dots, and '*' stands for whole words`,
    );
  }
  const matching = channels.filter((channel) => matches(words, channel.name.split('.')));
  if (matching.length === 0) {
    const names = channels.map(({ name }) => name);
    const shown = names.slice(0, 10).join(', ') + (names.length > 10 ? `, and ${names.length - 10} more` : '');
    throw new TidingsError(
      'invalid_option',
      `the pattern ${JSON.stringify(pattern)} matches no channel; there are: ${shown}`,
    );
  }
  return matching as readonly AnyChannel[] as readonly Matching<C, P>[];
}

function matches(pattern: readonly string[], name: readonly string[]): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) return name.length === 0;
  if (head !== '*') return name[0] === head && matches(rest, name.slice(1));
  for (let taken = 1; taken <= name.length; taken += 1) {
    if (matches(rest, name.slice(taken))) return true;
  }
  return false;
}
