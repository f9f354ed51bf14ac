import type { Retention } from '@tidings/core';
import type { RedisBusOptions, RedisBusSettings } from '@tidings/redis';
import type { MediumSpec, PlainOptions } from '../media/medium-spec.js';
import type { Who } from './cast.js';

/** How long the lease of a bus that has died goes on in rows of durable channels; the default is 15 s. */
export const leaseMs = 2_000;

/** What participants of durable channels are told besides. */
export interface DurableSetting {
  readonly channels?: number;
  readonly bus?: RedisBusSettings;
  readonly retention?: Retention;
  /** How long a worker's handler takes. Default 0. */
  readonly handlerMs?: number;
}

/** Where a participant finds its servers. */
export interface Place {
  /** What a bus is told of it. */
  readonly bus: Pick<RedisBusOptions, 'url' | 'redis'> & RedisBusOptions;
  /** What the control is told. */
  readonly control: {
    readonly url?: string;
    readonly nodes?: readonly { readonly host: string; readonly port: number }[];
    readonly options?: Omit<PlainOptions, 'connectionName'>;
  };
}

/** So many channels, every other one with keys. */
export const usualDurableChannels = 4;

/** A bus for our side, and for the control Streams as the READMEs have them. */
export function durableMedium({ side, role, index, name }: Who, place: Place, setting: DurableSetting): MediumSpec {
  const { channels = usualDurableChannels, handlerMs = 0, retention, bus = {} } = setting;
  if (side === 'ours') {
    const options = { source: `/${role}/${index}`, leaseMs, ...bus, ...place.bus, name };
    return { kind: 'durable-bus', channels, options, handlerMs, ...(retention !== undefined && { retention }) };
  }
  const { options, ...where } = place.control;
  const maxCount = retention?.maxCount;
  return {
    kind: 'plain-streams',
    channels,
    ...where,
    options: { ...options, connectionName: name },
    handlerMs,
    consumer: `${role}-${index}`,
    ...(maxCount !== undefined && { maxCount }),
  };
}
