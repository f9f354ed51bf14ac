import { channelName } from '../participant/numbered-event.js';

/** A frame that no bus would send. */
export interface BadFrame {
  readonly bytes: Buffer;
  /** How many events of it have to be refused. */
  readonly refused: number;
  /** How many have to arrive nevertheless. */
  readonly delivered: number;
}

const channel = channelName(0);
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

/**
 * Everything that has ever been thought of to bring a reader down.
 *
 * @param secret Is in every payload, and must not be quoted.
 */
export function badFrames(secret: string): readonly BadFrame[] {
  const good = { publisher: -1, n: 0, at: 0, note: secret, key: 'k' };
  const event = (fields: object, data: object = good): string =>
    JSON.stringify({ specversion: '1.0', id: 'x', source: '/elsewhere', type: channel, ...fields, data });
  // With its data as it is written.
  const withData = (data: string): string => event({}, {}).replace('"data":{}', `"data":${data}`);
  return [
    // No JSON in UTF-8.
    bad(''),
    bad('{'),
    bad(`"${secret}`),
    bad(Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28])),
    bad(Buffer.concat([Buffer.from(`{"specversion":"1.0","id":"${secret}`), Buffer.from([0x80]), Buffer.from('"}')])),
    // JSON, and no event.
    bad('null'),
    bad('42'),
    bad('{}'),
    bad('[null,1,"x",{}]', 4),
    bad(JSON.stringify(secret)),
    bad(deep),
    bad(event({ specversion: '0.3' })),
    bad(event({ id: '' })),
    bad(event({ time: 'yesterday' })),
    bad(event({ dataversion: 'latest' })),
    bad(event({ datacontenttype: 'text/xml' })),
    bad(event({ type: 'somewhere.else' })),
    // An event that this reader can't read.
    bad(event({ dataversion: 99 })),
    bad(event({ dataversion: 99, minreader: 98 })),
    // A payload that does not fit.
    bad(event({}, { ...good, n: secret })),
    bad(event({}, { ...good, note: { [secret]: secret } })),
    bad(withData('{"__proto__":{"polluted":true}}')),
    bad(withData('{"constructor":{"prototype":{"polluted":true}}}')),
    bad(withData(deep)),
    bad(withData(`{"publisher":-1,"n":0,"at":0,"note":${deep},"key":"k"}`)),
    bad(event({}, { ...good, note: 'x'.repeat(1_048_577) })),
    // What is good next to it, and what merely looks strange, arrives.
    bad(`[${event({}, { ...good, n: 'one' })},${event({})}]`, 1, 1),
    bad(withData('{"publisher":-1,"n":0,"at":0,"note":"","key":"k","__proto__":{"polluted":true}}'), 0, 1),
  ];
}

function bad(text: string | Buffer, refused = 1, delivered = 0): BadFrame {
  return { bytes: Buffer.from(text), refused, delivered };
}
