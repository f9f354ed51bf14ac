import { describe, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { defineChannel, isoDate } from '../define/index.js';
import { contractClient } from '../generated/index.js';
import {
  type AnyChannel,
  type BroadcastChannel,
  type BusEvent,
  channelsMatching,
  decodeData,
  type EventBus,
  type HandlerContext,
  type TidingsErrorCode,
} from '../index.js';

declare const bus: EventBus;
const placed = defineChannel('order.placed', z.object({ id: z.string(), at: isoDate, n: z.int().default(1) }));
const paid = defineChannel('order.paid', z.object({ amount: z.number() }));
const shipped = defineChannel('parcel.shipped', z.object({ parcel: z.string() }));

describe('publish', () => {
  test('takes Data, with defaulted fields optional', () => {
    void bus.publish(placed, { id: 'x', at: new Date() });
    void bus.publish(placed, { id: 'x', at: new Date(), n: 2 }, { attributes: { tenant: 'a' } });
    void bus.publishMany(paid, [{ amount: 1 }]);
  });

  test('refuses another payload', () => {
    // @ts-expect-error at is missing.
    void bus.publish(placed, { id: 'x' });
    // @ts-expect-error at is a Date when publishing.
    void bus.publish(placed, { id: 'x', at: '1970-01-01T00:00:00Z' });
    // @ts-expect-error There is no such property.
    void bus.publish(paid, { amount: 1, currency: 'EUR' });
    // @ts-expect-error The payload of another channel.
    void bus.publish(paid, { parcel: 'x' });
    // @ts-expect-error A list is for publishMany.
    void bus.publish(paid, [{ amount: 1 }]);
    // @ts-expect-error One payload is for publish.
    void bus.publishMany(paid, { amount: 1 });
  });

  test('refuses what is no channel', () => {
    // @ts-expect-error A name is no channel.
    void bus.publish('order.placed', { id: 'x', at: new Date() });
  });

  test('refuses options that there are not', () => {
    // @ts-expect-error There is no such option.
    void bus.publish(paid, { amount: 1 }, { key: 'x' });
    // @ts-expect-error Attributes are strings, integers and booleans.
    void bus.publish(paid, { amount: 1 }, { attributes: { deep: {} } });
  });

  test('of any channel there is nothing safe to publish', () => {
    const any: AnyChannel = paid;
    // @ts-expect-error What it takes is not known.
    void bus.publish(any, { amount: 1 });
  });
});

describe('subscribe', () => {
  test('gives Data and a context', () => {
    void bus.subscribe(placed, (event, context) => {
      expectTypeOf(event).toEqualTypeOf<BusEvent<'order.placed', { id: string; at: Date; n: number }>>();
      expectTypeOf(context).toEqualTypeOf<HandlerContext>();
    });
  });

  test('gives the union of several channels, told apart by name', () => {
    void bus.subscribe([placed, paid], (event) => {
      if (event.channel === 'order.paid') expectTypeOf(event.data).toEqualTypeOf<{ amount: number }>();
      else expectTypeOf(event.data.at).toEqualTypeOf<Date>();
      // @ts-expect-error There is no such channel in the union.
      if (event.channel === 'parcel.shipped') return;
    });
  });

  test('refuses another handler', () => {
    // @ts-expect-error The event is one of another channel.
    void bus.subscribe(paid, (event: BusEvent<'order.paid', { parcel: string }>) => event);
    // @ts-expect-error There is no such property.
    void bus.subscribe(paid, (event) => event.data.total);
    // @ts-expect-error A handler is a function.
    void bus.subscribe(paid, {});
    // @ts-expect-error There is no such option.
    void bus.subscribe(paid, () => {}, { paralel: 2 });
    // @ts-expect-error What is no channel.
    void bus.subscribe({ name: 'order.paid' }, () => {});
  });

  test('of any channel the data is unknown', () => {
    void bus.subscribe(paid as BroadcastChannel, (event) => expectTypeOf(event.data).toBeUnknown());
  });

  test('events gives the same', async () => {
    for await (const event of bus.events([placed, paid])) {
      expectTypeOf(event.channel).toEqualTypeOf<'order.placed' | 'order.paid'>();
    }
  });
});

describe('patterns', () => {
  const all = [placed, paid, shipped] as const;

  test('match by name', () => {
    expectTypeOf(channelsMatching(all, 'order.*')[0]?.name).toEqualTypeOf<'order.placed' | 'order.paid' | undefined>();
    expectTypeOf(channelsMatching(all, '*.shipped')[0]?.name).toEqualTypeOf<'parcel.shipped' | undefined>();
    expectTypeOf(channelsMatching(all, '*')[0]?.name).toEqualTypeOf<
      'order.placed' | 'order.paid' | 'parcel.shipped' | undefined
    >();
  });

  test('a facade refuses one that matches nothing', () => {
    const client = contractClient(bus, all);
    void client.subscribe('order.*', (event) =>
      expectTypeOf(event.channel).toEqualTypeOf<'order.placed' | 'order.paid'>(),
    );
    // @ts-expect-error It matches no channel.
    void client.subscribe('invoice.*', () => {});
  });
});

describe('the rest', () => {
  test('decodeData gives Data', () => {
    expectTypeOf(decodeData(placed, {})).toEqualTypeOf<{ id: string; at: Date; n: number }>();
  });

  test('listeners get the report of their kind', () => {
    bus.on('gap', ({ reason }) =>
      expectTypeOf(reason).toEqualTypeOf<'hole' | 'reconnect' | 'overflow' | 'trimmed' | 'reset'>(),
    );
    bus.on('error', ({ code }) => expectTypeOf(code).toEqualTypeOf<TidingsErrorCode>());
    // @ts-expect-error There is no such kind.
    bus.on('gaps', () => {});
  });

  test('middleware is typed', () => {
    bus.use({
      publish: async (call, next) => {
        call.attributes.tenant = 'a';
        // @ts-expect-error The payload can't be replaced.
        call.data = {};
        return next();
      },
    });
    // @ts-expect-error It must return what next() gives.
    bus.use({ publish: async (_call, next) => void (await next()) });
  });
});
