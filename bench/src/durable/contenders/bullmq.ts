import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { DurableContender } from '../contender.js';

/** BullMQ: https://docs.bullmq.io/guide/queues/adding-bulks and https://docs.bullmq.io/guide/workers/concurrency */
export const bullmq: DurableContender = {
  name: 'BullMQ',
  packages: ['bullmq'],
  note: 'BullMQ: addBulk of 500, concurrency 50, jobs removed when complete; validates nothing.',
  orders: 60_000,
  async openPublisher(url) {
    const connection = new Redis(url, { maxRetriesPerRequest: null });
    const queue = new Queue('orders', { connection, defaultJobOptions: { removeOnComplete: true } });
    await queue.waitUntilReady();
    return {
      publish: (orders) => queue.addBulk(orders.map((data) => ({ name: 'placed', data }))),
      close: async () => {
        await queue.close();
        connection.disconnect();
      },
    };
  },
  async openWorker(url, handled) {
    const connection = new Redis(url, { maxRetriesPerRequest: null });
    const worker = new Worker('orders', async () => handled(1), { connection, concurrency: 50 });
    await worker.waitUntilReady();
    return {
      close: async () => {
        await worker.close();
        connection.disconnect();
      },
    };
  },
};
