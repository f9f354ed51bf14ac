import type { EventBus } from '@tidings/core';
import {
  createShopEvents,
  type CustomerId,
  type OrderPlacedEvent,
  orderPlacedEvents,
  type OrderPlacedPublish,
  type OrderPlacedV1Wire,
  paymentSettledEvents,
  type PaymentSettledDataPaid,
  type PaymentSettledPublish,
  publishOrderPlaced,
  publishPaymentSettled,
  type ShopChannels,
  subscribeOrderPlaced,
  subscribePaymentSettled,
  unsubscribeOrderPlaced,
} from './generated/index.js';

/** An order with its defaults left out. */
export const order: OrderPlacedPublish = {
  orderId: '5d1b9b3c-8f49-4f0a-9f43-0f8b5a2b0a11',
  customer: { id: 'b0b3f7f2-7d0f-4a57-9f0a-6c2f2b1f7f55' as CustomerId, since: new Date(0) },
  total: { amount: 1200, currency: 'EUR' },
  lines: [{ sku: 'tea' }],
  placedAt: new Date(1000),
  serial: 12n,
  position: [1, 2],
  labels: {},
};

/** The same order as a publisher of version 1 sent it. */
export const oldOrder: OrderPlacedV1Wire = {
  orderId: order.orderId,
  customer: { id: order.customer.id, since: '1970-01-01T00:00:00Z' },
  total: 12,
};

/** One variant of a payment has a type of its own. */
export function amountOf({ amount, at }: PaymentSettledDataPaid): string {
  return `${amount.amount} ${amount.currency} at ${at.getTime()}`;
}

/** The channels can be asked for by their names. */
export const orderVersion = (channel: ShopChannels['order.placed']): number => channel.version;

/** What a program does with a generated client, and what it has seen at the end. */
export async function useClient(bus: EventBus): Promise<readonly string[]> {
  const seen: string[] = [];
  const onOrder = ({ data }: OrderPlacedEvent): void => {
    seen.push(`handler: ${data.customer.since.getTime()} ${data.lines[0]?.count} ${data.serial}`);
  };
  await subscribeOrderPlaced(bus, onOrder);
  const stream = orderPlacedEvents(bus);
  await stream.ready;
  const shop = createShopEvents(bus);
  await shop.subscribe('order.*', (event) => {
    seen.push(`pattern: ${event.channel} ${event.data.customer.tags.length}`);
  });
  await publishOrderPlaced(bus, order);
  for await (const event of stream) {
    seen.push(`stream: ${event.version}`);
    break;
  }
  const payments = { group: 'ledger' } as const;
  await subscribePaymentSettled(bus, ({ data, attempt }) => seen.push(`group: ${data.outcome} ${attempt}`), payments);
  await subscribePaymentSettled(bus, ([first]) => seen.push(`batch: ${first?.data.outcome}`), {
    group: 'statistics',
    batch: { maxEvents: 10 },
  });
  await publishPaymentSettled(bus, { outcome: 'given up' });
  for await (const { data, cursor } of paymentSettledEvents(bus, { from: 'start' })) {
    seen.push(`cursor: ${data.outcome} ${typeof cursor}`);
    break;
  }
  await unsubscribeOrderPlaced(bus, onOrder);
  await shop.orderPlaced.publish(order);
  await bus.close();
  return seen;
}

/** None of these compiles. */
export async function misuse(bus: EventBus): Promise<void> {
  // @ts-expect-error -- a field is missing
  await publishOrderPlaced(bus, { ...order, total: undefined });
  // @ts-expect-error -- a string is not a branded one
  await publishOrderPlaced(bus, { ...order, customer: { id: 'x', since: new Date(0) } });
  // @ts-expect-error -- data has no such field
  await subscribeOrderPlaced(bus, ({ data }) => data.nothing);
  // @ts-expect-error -- a durable channel is read by a group, or from a place
  await subscribePaymentSettled(bus, () => {});
  // @ts-expect-error -- a batch handler needs batches
  await subscribePaymentSettled(bus, ([first]) => first, { group: 'ledger' });
  // @ts-expect-error -- a broadcast channel has no groups
  await subscribeOrderPlaced(bus, () => {}, { group: 'ledger' });
  // @ts-expect-error -- a variant lacks what makes it that variant
  await publishPaymentSettled(bus, { outcome: 'paid' });
  const undecided: PaymentSettledPublish = { outcome: 'given up' };
  // @ts-expect-error -- only one of the variants has an amount
  undecided.amount;
  // @ts-expect-error -- no channel matches
  await createShopEvents(bus).subscribe('orders.*', () => {});
}
