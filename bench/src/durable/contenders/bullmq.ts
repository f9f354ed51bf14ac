import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { DurableContender, DurablePublisher } from '../contender.js';
import type { Order } from '../order.js';

interface Variant {
  readonly name: string;
  readonly note: string;
  readonly publish: (queue: Queue<Order>, orders: readonly Order[]) => Promise<unknown>;
}

/** BullMQ: https://docs.bullmq.io/guide/queues/adding-bulks and https://docs.bullmq.io/guide/workers/concurrency */
function contender({ name, note, publish }: Variant): DurableContender {
  return {
    name,
    packages: ['bullmq'],
    checks: 'nothing',
    note: `${name}: ${note}, concurrency 50 in each worker, jobs removed when complete; validates nothing.`,
    orders: 30_000,
    async openPublisher(url): Promise<DurablePublisher> {
      const connection = new Redis(url, { maxRetriesPerRequest: null });
      const queue = new Queue<Order>('orders', { connection, defaultJobOptions: { removeOnComplete: true } });
      await queue.waitUntilReady();
      return {
        publish: (orders) => publish(queue, orders),
        close: async () => {
          await queue.close();
          connection.disconnect();
        },
      };
    },
    async openWorker(url, handled) {
      const connection = new Redis(url, { maxRetriesPerRequest: null });
      const worker = new Worker<Order>('orders', async ({ data }) => handled(data.number), {
        connection,
        concurrency: 50,
      });
      await worker.waitUntilReady();
      return {
        close: async () => {
          await worker.close();
          connection.disconnect();
        },
      };
    },
  };
}

/** BullMQ, many jobs at a time and one at a time. */
export const bullmqContenders: readonly DurableContender[] = [
  contender({
    name: 'BullMQ',
    note: 'addBulk of 500',
    publish: (queue, orders) => queue.addBulk(orders.map((data) => ({ name: 'placed', data }))),
  }),
  contender({
    name: 'BullMQ, single',
    note: 'add for each, 500 at a time',
    publish: (queue, orders) => Promise.all(orders.map((order) => queue.add('placed', order))),
  }),
];
