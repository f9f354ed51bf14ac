import type { LoadName } from '../events/loads.js';

/** How events come up. */
export type Shape =
  /** So many at once, all of them awaited, then the next. */
  | { readonly kind: 'burst'; readonly size: number }
  /** So many callers, each of whom awaits what it has published before it publishes again. */
  | { readonly kind: 'callers'; readonly count: number }
  /** So many a second, whatever has become of those before. */
  | { readonly kind: 'rate'; readonly perSecond: number };

/** Who takes part on one side. */
export interface Side {
  readonly processes: number;
  /** How many connections, or buses, each process has. */
  readonly each: number;
}

/** One measurement of a contender. */
export interface Task {
  readonly contender: string;
  readonly load: LoadName;
  readonly shape: Shape;
  readonly publishers: Side;
  readonly subscribers: Side;
  /** How long events are published before anything counts, in milliseconds. */
  readonly warmMs: number;
  /** How long they are published then. */
  readonly measureMs: number;
  /** Whether the processes are profiled meanwhile. */
  readonly profiled?: boolean;
}

/** A shape in words. */
export function shapeName(shape: Shape): string {
  if (shape.kind === 'callers') return `${shape.count.toLocaleString('en')} callers`;
  if (shape.kind === 'rate') return `${shape.perSecond.toLocaleString('en')} a second`;
  return shape.size === 1 ? 'one at a time' : `bursts of ${shape.size}`;
}

/** Whether there are bursts of several events. */
export function comesInBursts(shape: Shape): boolean {
  return shape.kind === 'burst' && shape.size > 1;
}

/** Whether an event may come up while others are on their way. */
export function comesTogether(shape: Shape): boolean {
  return comesInBursts(shape) || shape.kind === 'callers' || (shape.kind === 'rate' && shape.perSecond > 1_000);
}

/** What comes before a measurement: the same, but not so few events that code is as slow as at its first. */
export function warmShape(shape: Shape): Shape {
  return shape.kind === 'rate' ? { kind: 'rate', perSecond: Math.max(shape.perSecond, 1_000) } : shape;
}
