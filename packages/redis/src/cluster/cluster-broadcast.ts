import type { BroadcastSink, BroadcastTransport } from '@tidings/core/transport';
import type { BroadcastSettings } from '../broadcast/single-server-broadcast.js';
import type { Topology } from '../options/topology.js';

/** Broadcast through a Cluster, by sharded Pub/Sub. */
export class ClusterBroadcast implements BroadcastTransport {
  readonly gathers: boolean = true;

  constructor(
    _topology: Extract<Topology, { kind: 'cluster' }>,
    _settings: BroadcastSettings & { readonly name: string; readonly connectTimeoutMs: number },
  ) {}

  open(_sink: BroadcastSink): Promise<void> {
    return Promise.reject(new Error('not written yet'));
  }
  isWritable(_channel: string): boolean {
    return false;
  }
  send(_channel: string, _frame: string): Promise<void> {
    return Promise.reject(new Error('not written yet'));
  }
  subscribe(_channel: string): Promise<void> {
    return Promise.reject(new Error('not written yet'));
  }
  unsubscribe(_channel: string): Promise<void> {
    return Promise.reject(new Error('not written yet'));
  }
  close(_timeoutMs: number): Promise<void> {
    return Promise.resolve();
  }
}
