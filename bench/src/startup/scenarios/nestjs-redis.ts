import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientProxyFactory, EventPattern, Transport } from '@nestjs/microservices';

let handled: (note: unknown) => void = () => {};

class Notes {
  taken(note: unknown): void {
    handled(note);
  }
}

class Application {}

// What the decorators of its guide do, for a compiler that only removes types.
const method = Object.getOwnPropertyDescriptor(Notes.prototype, 'taken');
if (method !== undefined) EventPattern('note.taken')(Notes.prototype, 'taken', method);
Controller()(Notes);
Module({ controllers: [Notes] })(Application);

/** A microservice of NestJS, and a client that emits: https://docs.nestjs.com/microservices/redis */
export async function firstEvent(url: string): Promise<unknown> {
  const { hostname: host, port } = new URL(url);
  const options = { host, port: Number(port) };
  const service = await NestFactory.createMicroservice(Application, {
    transport: Transport.REDIS,
    options,
    logger: false,
  });
  await service.listen();
  const client = ClientProxyFactory.create({ transport: Transport.REDIS, options });
  await client.connect();
  return new Promise((resolve, reject) => {
    handled = resolve;
    client.emit('note.taken', { number: 1 }).subscribe({ error: reject });
  });
}
