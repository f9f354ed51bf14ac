import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientProxyFactory, EventPattern, type MicroserviceOptions, Payload, Transport } from '@nestjs/microservices';
import type { Redis } from 'ioredis';
import { lastValueFrom } from 'rxjs';
import type { BroadcastPublisher, BroadcastSubscriber } from '../contender.js';

/** Whoever tells, by a client of the Redis transport. */
export async function openNestPublisher(url: string, autoPipelining: boolean): Promise<BroadcastPublisher> {
  const options = { ...addressOf(url), enableAutoPipelining: autoPipelining };
  const client = ClientProxyFactory.create({ transport: Transport.REDIS, options });
  await client.connect();
  return {
    publish: ({ topic, data }) => lastValueFrom(client.emit<unknown>(topic, data)),
    close: async () => client.close(),
  };
}

/** Whoever listens: a microservice whose controller handles these events. */
export async function openNestSubscriber(
  url: string,
  topics: readonly string[],
  received: (data: object) => void,
): Promise<BroadcastSubscriber> {
  const application = await NestFactory.createMicroservice<MicroserviceOptions>(moduleOf(topics, received), {
    transport: Transport.REDIS,
    options: addressOf(url),
    logger: false,
  });
  await application.listen();
  // It does not wait for its subscriptions. What is answered after them, on the same connection, shows that they are there.
  const [, subscriber] = application.unwrap<[Redis, Redis]>();
  await subscriber.ping();
  return { close: () => application.close() };
}

function addressOf(url: string): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}

/** Its decorators are called, as they are no erasable syntax. */
function moduleOf(topics: readonly string[], received: (data: object) => void): new () => object {
  class Receiver {
    handle(data: object): void {
      received(data);
    }
  }
  const handler = Object.getOwnPropertyDescriptor(Receiver.prototype, 'handle') ?? {};
  EventPattern([...topics])(Receiver.prototype, 'handle', handler);
  Payload()(Receiver.prototype, 'handle', 0);
  Controller()(Receiver);
  class Receivers {}
  Module({ controllers: [Receiver] })(Receivers);
  return Receivers;
}
