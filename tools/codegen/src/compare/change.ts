import type { Answers, Counterexample } from './answers.js';
import { type ChangeKind, changeKinds } from './change-kinds.js';
import type { FormChange } from './form-change.js';

/** What is different between two states of a contract. */
export interface Change {
  readonly kind: ChangeKind;
  readonly channel: string;
  /** The version of the payload that differs; absent where the channel as a whole does. */
  readonly version?: number;
  /** Where in the payload: such as `payload.items[].price`. */
  readonly path?: string;
  readonly before?: string;
  readonly after?: string;
  readonly answers: Answers;
  /** What happened, and why something is not a `yes`, in sentences. */
  readonly reason: string;
  /** Why something is not a `yes`, by question, where that was computed. */
  readonly reasons: Readonly<Partial<Record<keyof Answers, string>>>;
  /** Of a version that came, what is different in it. */
  readonly kinds?: readonly ChangeKind[];
  /** What to do about it. */
  readonly mend: string;
  /** For a `no` about reading, where values show it. */
  readonly counterexamples: readonly Counterexample[];
  /** What the change is known by: the same on every machine, whatever else changed. `tidings accept` takes it. */
  readonly fingerprint: string;
}

/** A change before it is named, with what it is named by. */
export interface FoundChange extends Omit<Change, 'fingerprint'> {
  readonly pair?: FormChange['pair'];
  readonly place?: string;
}

type More = Partial<Omit<FoundChange, 'kind' | 'channel' | 'answers'>>;

/** A change with the words of its kind. */
export function change(kind: ChangeKind, channel: string, answers: Answers, more: More = {}): FoundChange {
  const { summary, why, mend } = changeKinds[kind];
  return {
    kind,
    channel,
    answers,
    reason: sentence(`${summary}. ${why}`),
    reasons: {},
    mend,
    counterexamples: [],
    ...more,
  };
}

/** Some parts as sentences. */
export function sentences(parts: readonly string[]): string {
  return parts.map((part) => `${sentence(part)}.`).join(' ');
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
