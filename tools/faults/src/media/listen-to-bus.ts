import type { EventBus } from '@tidings/core';
import { channelNumber, publisherNumber } from '../participant/numbered-event.js';
import type { MediumListener } from './medium.js';

/** Passes on all that a bus tells. */
export function listenToBus(bus: EventBus, { tell, log, hole }: MediumListener): void {
  bus.on('status', ({ status, problem }) => {
    tell({ kind: 'status', status, problem: problem?.code });
    if (problem !== undefined) log(`status ${status}`, problem);
  });
  bus.on('gap', (gap) => {
    log('gap', gap);
    if (gap.reason !== 'hole') tell({ kind: 'gap', reason: gap.reason, count: gap.count });
    else hole(publisherNumber(gap.source ?? ''), channelNumber(gap.channel ?? ''), gap.count ?? 0);
  });
  bus.on('invalid', (report) => {
    log('invalid', report);
    tell({ kind: 'invalid', reason: report.reason });
  });
  bus.on('deadLetter', ({ code, attempts, ...report }) => {
    // What a handler threw is in its reason, and is the handler's own affair.
    log('dead letter', { code, attempts, ...report });
    tell({ kind: 'dead letter', code, attempts });
  });
  bus.on('parked', (report) => {
    log('parked', report);
    tell({ kind: 'parked' });
  });
  bus.on('error', (error) => {
    log('error', error);
    tell({ kind: 'error', code: error.code });
  });
  bus.on('warning', ({ message }) => log('warning', message));
}
