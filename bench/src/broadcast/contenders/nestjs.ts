import type { BroadcastContender } from '../contender.js';
import { inTwoWays } from './in-two-ways.js';

/** NestJS: https://docs.nestjs.com/microservices/redis and https://docs.nestjs.com/microservices/basics#event-based */
export const nestjs: readonly BroadcastContender[] = inTwoWays((autoPipelining) => ({
  name: 'NestJS',
  kind: 'library',
  checks: 'nothing',
  packages: ['@nestjs/microservices'],
  note: 'Redis transport, ClientProxy.emit for each event, a burst by Promise.all; an event handler in a microservice, without pipes; validates nothing.',
  // It is large, and only who measures it should have it loaded.
  openPublisher: async (url) => (await import('./nestjs-sides.js')).openNestPublisher(url, autoPipelining),
  openSubscriber: async (url, { topics }, received) =>
    (await import('./nestjs-sides.js')).openNestSubscriber(url, topics, received),
}));
