import { pascalCase } from './identifier-case.js';

const words =
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if import ' +
  'in instanceof new null return super switch this throw true try typeof var void while with as implements interface let ' +
  'package private protected public static yield any boolean constructor declare get module require number set string ' +
  'symbol type from of async await never unknown object undefined arguments eval globalThis NaN Infinity ' +
  // A property of this name in an object literal sets the prototype; one called `then` makes a promise of the facade.
  '__proto__ then';

/** What generated code itself says; a channel's constant of that name would hide it. */
const ours = 'bus data definition events handler options pattern subscribe channelClient contractClient';

/** What generated code imports from the runtime. */
const runtime =
  'AnyChannel BatchContext BatchGroupOptions Branded BusEvent Channel ChannelClient ContractClient CursorOptions ' +
  'CursorStreamOptions DurableEvent EventBus EventHandler EventOf EventStream EventStreamOptions Exactly GroupContext ' +
  'GroupOptions HandlerContext Matching Merged OpenEnum PublishedEvent PublishOptions SubscribeOptions Subscription';

/** Types of the platform that generated code names. */
const globals =
  'Array ArrayBuffer BigInt64Array BigUint64Array DataView Date Error File Float32Array Float64Array Int16Array Int32Array ' +
  'Int8Array Map Object Partial Promise Readonly ReadonlyMap ReadonlySet Record RegExp Set SharedArrayBuffer Uint16Array ' +
  'Uint32Array Uint8Array Uint8ClampedArray URL URLSearchParams';

const forConstants: ReadonlySet<string> = new Set(`${words} ${ours} ${runtime}`.split(' '));
const forTypes: ReadonlySet<string> = new Set(`${words} bigint ${runtime} ${globals}`.split(' '));

/** Whether a channel's constant can't have this name in generated code, or its types would take one that can't. */
export function isReservedConstant(name: string): boolean {
  return forConstants.has(name) || forTypes.has(`${pascalCase(name)}Event`);
}

/** Whether a type can't have this name, or would hide one that generated code uses. */
export function isReservedType(name: string): boolean {
  return forTypes.has(name);
}
