import type { BusEventKind, BusEvents } from '../../bus/bus-events.js';
import type { EventBus } from '../../bus/event-bus.js';

/** Listens to a bus, and returns the list to which every report of that kind is added. */
export function recorded<K extends BusEventKind>(bus: EventBus, kind: K): readonly BusEvents[K][] {
  const reports: BusEvents[K][] = [];
  bus.on(kind, (report) => void reports.push(report));
  return reports;
}
