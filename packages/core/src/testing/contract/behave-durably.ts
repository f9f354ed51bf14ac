import type { Try } from './durable-law-model.js';
import type { MemberCall } from './member-call.js';

/** What a handler can do besides returning and throwing. */
export interface HandlerPowers {
  retry(each: Try, afterMs: number | undefined): void;
  bury(each: Try): void;
  publish(each: Try): void;
  leave(): Promise<void>;
}

/** Handles events as a member does. */
export function behaveDurably(call: MemberCall, powers: HandlerPowers): unknown {
  const { member, tries } = call;
  const [first] = tries;
  if (first === undefined) return undefined;
  switch (member.manner) {
    case 'quick':
      return undefined;
    case 'slow':
      return turns(first.sent.n % 4);
    case 'throws':
      if (stumbles(first)) throw new Error('on purpose');
      return undefined;
    case 'rejects':
      return turns(1).then(() => {
        if (stumbles(first)) throw new Error('on purpose');
      });
    case 'hangs':
      return stumbles(first) ? aborted(call.signal).then(() => turns(1)) : turns(1);
    case 'retries':
      for (const each of tries.filter(stumbles)) powers.retry(each, each.sent.n % 8 < 4 ? 0 : undefined);
      return undefined;
    case 'buries':
      for (const each of tries) if (each.sent.n % 3 === 0) powers.bury(each);
      return turns(first.sent.n % 2);
    case 'publishes':
      for (const each of tries) powers.publish(each);
      return turns(1);
    case 'leaves':
      return powers.leave();
  }
}

/** One event in four is handled at the first attempt, one at the second, and so on. */
export function stumbles({ sent, attempt }: Pick<Try, 'sent' | 'attempt'>): boolean {
  return attempt <= sent.n % 4;
}

/** Lets the event loop turn. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
