/** How many events are published and handled before the event loop gets to see to timers and I/O. */
const eventsPerTurn = 2_048;

const macrotask = chooseMacrotask();

/** Calls back after the I/O that is at hand: `setImmediate` where there is one, a message or a timer elsewhere. */
export function afterIo(callback: () => void): void {
  macrotask(callback);
}

let events = 0;
let deferred: (() => void)[] = [];
let nextTurn: Promise<void> | undefined;

/**
 * Counts an event that is published or handled now, and tells whether it is time to let others have the thread:
 * handlers that publish to one another, or a loop of awaited publishes, would otherwise keep it for ever.
 */
export function isTurnOver(): boolean {
  events += 1;
  nextTurn ??= new Promise((resolve) => {
    afterIo(() => {
      events = 0;
      nextTurn = undefined;
      const handlersFirst = deferred;
      deferred = [];
      for (const callback of handlersFirst) callback();
      resolve();
    });
  });
  return events > eventsPerTurn;
}

/** Resolves in the next turn of the event loop, behind what was put off to it: whoever publishes does not outrun who handles. */
export function turnPassed(): Promise<void> {
  return nextTurn ?? Promise.resolve();
}

/** Runs soon: in this turn of the event loop, or in the next if this one has had its share. Must not throw. */
export function soon(callback: () => void): void {
  if (nextTurn !== undefined && events > eventsPerTurn) deferred.push(callback);
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
