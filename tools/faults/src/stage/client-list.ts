import type { RedisServer } from '@tidings/test-redis';

/** A connection, as the server sees it. */
export interface ConnectedClient {
  readonly id: string;
  readonly name: string;
  /** Channels that it is subscribed to. */
  readonly channels: number;
  /** What it has not taken yet. */
  readonly outputBytes: number;
}

/** Everybody who is connected. */
export async function clientsOf(server: RedisServer): Promise<readonly ConnectedClient[]> {
  const list = String(await server.client().call('CLIENT', 'LIST'));
  return list
    .trim()
    .split('\n')
    .map((line) => {
      const fields = new Map(line.split(' ').map((field) => field.split(/=(.*)/s) as [string, string]));
      const number = (name: string): number => Number(fields.get(name) ?? 0);
      return {
        id: fields.get('id') ?? '',
        name: fields.get('name') ?? '',
        channels: number('sub') + number('ssub'),
        outputBytes: number('omem'),
      };
    });
}
