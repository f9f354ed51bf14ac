import { describe, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { defineChannel, isoDate } from '../define/index.js';
import { channelClient, contractClient } from '../generated/index.js';
import type {
  BatchContext,
  ChannelAdmin,
  DurableEvent,
  EventBus,
  EventStream,
  GroupContext,
  HandlerContext,
} from '../index.js';

declare const bus: EventBus;
const paid = defineChannel('order.paid', z.object({ id: z.string(), at: isoDate }), { delivery: 'durable', key: 'id' });
const shipped = defineChannel('order.shipped', z.object({ parcel: z.string() }), { delivery: 'durable' });
const viewed = defineChannel('page.viewed', z.object({ path: z.string() }));

type Paid = DurableEvent<'order.paid', { id: string; at: Date }>;

describe('a group', () => {
  test('gets durable events, which tell attempt and cursor, and a context that decides', () => {
    void bus.subscribe(
      paid,
      (event, context) => {
        expectTypeOf(event).toEqualTypeOf<Paid>();
        expectTypeOf(event.attempt).toEqualTypeOf<number>();
        expectTypeOf(event.cursor).toEqualTypeOf<string>();
        expectTypeOf(context).toEqualTypeOf<GroupContext>();
        context.retry(100);
        context.deadLetter('why');
        // @ts-expect-error A reason is needed.
        context.deadLetter();
      },
      { group: 'billing', from: 'new', concurrency: 4, handlerTimeoutMs: 100, retry: { maxAttempts: 3 } },
    );
  });

  test('gets lists if it asks for batches', () => {
    void bus.subscribe(
      paid,
      (events, context) => {
        expectTypeOf(events).toEqualTypeOf<readonly Paid[]>();
        expectTypeOf(context).toEqualTypeOf<BatchContext<Paid>>();
        const [first] = events;
        if (first !== undefined) context.retry(first, 100);
        // @ts-expect-error Which event?
        context.retry();
        // @ts-expect-error An event of the batch comes before the reason.
        context.deadLetter('why');
      },
      { group: 'billing', batch: { maxEvents: 10, maxWaitMs: 5 } },
    );
    // @ts-expect-error Without batch there is one event in a call.
    void bus.subscribe(paid, (events) => events.length, { group: 'billing' });
    // @ts-expect-error With batch there are several.
    void bus.subscribe(paid, (event) => event.data, { group: 'billing', batch: {} });
  });

  test('gets the union of several channels', () => {
    void bus.subscribe(
      [paid, shipped],
      (event) => {
        if (event.channel === 'order.paid') expectTypeOf(event.data.at).toEqualTypeOf<Date>();
        else expectTypeOf(event.data).toEqualTypeOf<{ parcel: string }>();
      },
      { group: 'billing' },
    );
  });

  test('is for durable channels, which need it or a place', () => {
    // @ts-expect-error A durable channel needs a group or a place.
    void bus.subscribe(paid, () => {});
    // @ts-expect-error A durable channel needs a group or a place.
    void bus.subscribe(paid, () => {}, {});
    // @ts-expect-error A broadcast channel has no groups.
    void bus.subscribe(viewed, () => {}, { group: 'billing' });
    // @ts-expect-error A broadcast channel keeps nothing to read from.
    void bus.subscribe(viewed, () => {}, { from: 'start' });
    // @ts-expect-error The two are received differently.
    void bus.subscribe([paid, viewed], () => {}, { group: 'billing' });
    // @ts-expect-error A queue of a durable channel never runs over.
    void bus.subscribe(paid, () => {}, { group: 'billing', overflow: 'drop-oldest' });
    // @ts-expect-error A new group starts at the start or with what is new.
    void bus.subscribe(paid, () => {}, { group: 'billing', from: new Date() });
    // @ts-expect-error There is no such option.
    void bus.subscribe(paid, () => {}, { group: 'billing', paralel: 2 });
  });

  test('is left with whatever handler was subscribed', () => {
    const handler = (event: Paid, context: GroupContext): void => context.deadLetter(event.id);
    const batches = (events: readonly Paid[], context: BatchContext<Paid>): void => void [events, context];
    void bus.unsubscribe(paid, handler);
    void bus.unsubscribe(paid, batches);
    void bus.unsubscribe(paid);
    // @ts-expect-error The event is one of another channel.
    void bus.unsubscribe(shipped, handler);
  });
});

describe('a reader', () => {
  test('gets durable events from where it says', () => {
    void bus.subscribe(
      paid,
      (event, context) => {
        expectTypeOf(event).toEqualTypeOf<Paid>();
        expectTypeOf(context).toEqualTypeOf<HandlerContext>();
        // @ts-expect-error Without a group there is no dead-letter log.
        context.deadLetter('why');
      },
      { from: 'start', onUnreadable: 'skip' },
    );
    void bus.subscribe(paid, () => {}, { from: new Date() });
    void bus.subscribe(paid, (event) => bus.subscribe(paid, () => {}, { from: event.cursor }), { from: 'new' });
    // @ts-expect-error Batches are for groups.
    void bus.subscribe(paid, () => {}, { from: 'start', batch: {} });
    // @ts-expect-error It is one event after the other.
    void bus.subscribe(paid, () => {}, { from: 'start', concurrency: 2 });
  });

  test('may be a stream', () => {
    expectTypeOf(bus.events(paid, { from: 'start', maxBuffered: 10 })).toEqualTypeOf<EventStream<Paid>>();
    // @ts-expect-error It has to say where from.
    bus.events(paid);
    // @ts-expect-error It has to say where from.
    bus.events(paid, {});
    // @ts-expect-error Nothing is ever dropped.
    bus.events(paid, { from: 'start', overflow: 'drop-oldest' });
    // @ts-expect-error A broadcast channel keeps nothing to read from.
    bus.events(viewed, { from: 'start' });
    // @ts-expect-error Streams are no members of groups.
    bus.events(paid, { from: 'start', group: 'billing' });
  });
});

describe('the admin face', () => {
  test('is for durable channels', () => {
    expectTypeOf(bus.admin(paid)).toEqualTypeOf<ChannelAdmin>();
    // @ts-expect-error Nothing of a broadcast channel is kept.
    bus.admin(viewed);
    void bus.admin(paid).resetGroup('billing', new Date());
    // @ts-expect-error It has to say where.
    void bus.admin(paid).resetGroup('billing');
  });
});

describe('generated clients', () => {
  test('of a durable channel take the same', () => {
    const client = channelClient(bus, paid);
    void client.publish({ id: 'x', at: new Date() });
    void client.subscribe(
      (event, context) => {
        expectTypeOf(event).toEqualTypeOf<Paid>();
        expectTypeOf(context).toEqualTypeOf<GroupContext>();
      },
      { group: 'billing' },
    );
    void client.subscribe((events) => expectTypeOf(events).toEqualTypeOf<readonly Paid[]>(), {
      group: 'billing',
      batch: {},
    });
    void client.subscribe((_event, context) => expectTypeOf(context).toEqualTypeOf<HandlerContext>(), {
      from: 'start',
    });
    expectTypeOf(client.events({ from: 'new' })).toEqualTypeOf<EventStream<Paid>>();
    expectTypeOf(client.admin()).toEqualTypeOf<ChannelAdmin>();
    // @ts-expect-error A durable channel needs a group or a place.
    void client.subscribe(() => {});
    // @ts-expect-error It has to say where from.
    client.events();
  });

  test('of a broadcast channel have neither groups nor an admin face', () => {
    const client = channelClient(bus, viewed);
    // @ts-expect-error A broadcast channel has no groups.
    void client.subscribe(() => {}, { group: 'billing' });
    // @ts-expect-error Nothing of it is kept.
    client.admin();
  });

  test('of a contract subscribe patterns of one kind', () => {
    const client = contractClient(bus, [paid, shipped, viewed] as const);
    void client.subscribe(
      'order.*',
      (event, context) => {
        expectTypeOf(event.channel).toEqualTypeOf<'order.paid' | 'order.shipped'>();
        expectTypeOf(context).toEqualTypeOf<GroupContext>();
      },
      { group: 'billing' },
    );
    void client.subscribe('order.*', (events) => expectTypeOf(events.length).toEqualTypeOf<number>(), {
      group: 'billing',
      batch: {},
    });
    void client.subscribe('page.*', (event) => expectTypeOf(event.channel).toEqualTypeOf<'page.viewed'>());
    // @ts-expect-error Durable channels need a group or a place.
    void client.subscribe('order.*', () => {});
    // @ts-expect-error It matches broadcast channels, which have no groups.
    void client.subscribe('page.*', () => {}, { group: 'billing' });
    // @ts-expect-error It matches channels of both kinds.
    void client.subscribe('*', () => {}, { group: 'billing' });
  });
});
