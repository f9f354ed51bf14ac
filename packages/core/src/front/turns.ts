/** How many events are published and handled before the event loop gets to see to timers and I/O. */
const eventsPerTurn = 2_048;

/**
 * How many, once that has happened, before it does again. As much may have come in by one turn's I/O: whoever handled less than that
 * would fall behind more with each turn.
 */
const lateEventsPerTurn = 32_768;

const macrotask = chooseMacrotask();

/** Calls back after the I/O that is at hand: `setImmediate` where there is one, a message or a timer elsewhere. */
export function afterIo(callback: () => void): void {
  macrotask(callback);
}

let events = 0;
let deferred: ((late: true) => void)[] = [];
let nextTurn: Promise<void> | undefined;

/**
 * Counts what is published or handled now, and tells whether it is time to let others have the thread:
 * handlers that publish to one another, or a loop of awaited publishes, would otherwise keep it for ever.
 *
 * Nobody is told of turns that pass by themselves, which would cost each lone event more than its handler does: so it is time now and
 * then although it need not be.
 *
 * @param late Whether it was put off to this turn.
 */
export function isTurnOver(count = 1, late = false): boolean {
  events += count;
  if (events <= (late ? lateEventsPerTurn : eventsPerTurn)) return false;
  nextTurn ??= new Promise((resolve) => {
    afterIo(() => {
      events = 0;
      nextTurn = undefined;
      const handlersFirst = deferred;
      deferred = [];
      for (const callback of handlersFirst) callback(true);
      resolve();
    });
  });
  return true;
}

/**
 * Resolves in the next turn of the event loop, behind what was put off to it; or later, as long as more waits to be handled than fits
 * into a turn and it gets less: whoever publishes does not outrun who handles, however many handle.
 *
 * @param waiting How much waits to be handled. Left out by those who hand on one thing at a time.
 */
export async function turnPassed(waiting: () => number = () => 0): Promise<void> {
  let left = Number.POSITIVE_INFINITY;
  let before: number;
  do {
    before = left;
    await nextTurn;
    left = waiting();
  } while (deferred.length > 0 && left > eventsPerTurn && left < before);
}

/**
 * Runs soon: in this turn of the event loop, or in the next if this one has had its share. Must not throw.
 *
 * @param callback Is told whether it was put off: for `isTurnOver`.
 */
export function soon(callback: (late?: true) => void): void {
  if (nextTurn !== undefined) deferred.push(callback);
  else queueMicrotask(callback);
}

function chooseMacrotask(): (callback: () => void) => void {
  const runtime = globalThis as { setImmediate?: (callback: () => void) => unknown };
  if (typeof runtime.setImmediate === 'function') return runtime.setImmediate;
  if (typeof MessageChannel !== 'function') return (callback) => setTimeout(callback, 0);
  const waiting: (() => void)[] = [];
  let port: MessagePort | undefined;
  return (callback) => {
    waiting.push(callback);
    if (port === undefined) {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => waiting.shift()?.();
      port = channel.port2;
    }
    port.postMessage(undefined);
  };
}
