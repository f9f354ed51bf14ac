import * as z from 'zod';

/** What every contender carries: an order of about 300 bytes as JSON. */
export interface Order {
  orderId: string;
  customer: string;
  lines: { sku: string; count: number; price: number }[];
  note: string;
  number: number;
}

/** What a channel of orders is checked by. */
export const orderSchema: z.ZodType<Order, Order> = z.object({
  orderId: z.string().max(40),
  customer: z.string().max(40),
  lines: z.array(z.object({ sku: z.string().max(40), count: z.int().min(1), price: z.number().min(0) })).max(100),
  note: z.string().max(1_000),
  number: z.int().min(0),
});

/** An order, different from every other. */
export function orderOf(number: number): Order {
  return new NumberedOrder(number);
}

// Of classes: what V8 takes for long-lived among literals, it puts where only a full collection gets at it, in some runs and not
// in others.

class NumberedOrder implements Order {
  readonly orderId: string;
  readonly customer: string;
  readonly lines: Order['lines'];
  readonly note: string = 'Please leave it with the neighbours on the second floor, who are nearly always in.';
  readonly number: number;

  constructor(number: number) {
    this.orderId = `5d1b9b3c-8f49-4f0a-9f43-${String(number).padStart(12, '0')}`;
    this.customer = `customer-${number % 1_000}`;
    this.lines = Array.of(new Line('tea-earl-grey-loose', 2, 12.5), new Line('cup-porcelain-white', 1, 18));
    this.number = number;
  }
}

class Line {
  readonly sku: string;
  readonly count: number;
  readonly price: number;

  constructor(sku: string, count: number, price: number) {
    this.sku = sku;
    this.count = count;
    this.price = price;
  }
}
