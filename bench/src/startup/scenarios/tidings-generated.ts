import { publishResponseDelta, type ResponseDeltaData, subscribeResponseDelta } from '@tidings/conversation';
import { MemoryBus } from '@tidings/core';

const delta = {
  conversationId: '5d1b9b3c-8f49-4f0a-9f43-000000000001',
  responseId: '5d1b9b3c-8f49-4f0a-9f43-000000000002',
  index: 0,
  text: 'Please leave it with the neighbours on the second floor, who are nearly always in.',
} as ResponseDeltaData;

/** A generated client on a memory bus. */
export function firstEvent(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const bus = new MemoryBus({ source: '/bench' });
    subscribeResponseDelta(bus, resolve)
      .then(() => publishResponseDelta(bus, delta))
      .catch(reject);
  });
}
