const words =
  'break case catch class const continue debugger default delete do else enum export extends false finally for function if import ' +
  'in instanceof new null return super switch this throw true try typeof var void while with as implements interface let ' +
  'package private protected public static yield any boolean constructor declare get module require number set string ' +
  'symbol type from of async await never unknown object undefined arguments eval globalThis NaN Infinity';

/** What generated code itself says; a channel's constant of that name would hide it. */
const ours = 'bus data definition events handler options pattern subscribe channelClient contractClient';

const types =
  'AnyChannel Array Branded Channel ChannelClient ContractClient Date EventBus EventHandler EventOf EventStream ' +
  'EventStreamOptions File Map Object OpenEnum Partial Promise PublishedEvent PublishOptions Readonly ReadonlyMap ReadonlySet ' +
  'Record Set SubscribeOptions Subscription';

const forConstants: ReadonlySet<string> = new Set(`${words} ${ours}`.split(' '));
const forTypes: ReadonlySet<string> = new Set(types.split(' '));
const forFiles: ReadonlySet<string> = new Set(
  'index client shapes con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4'.split(' '),
);

/** Whether a constant can't have this name in generated code. */
export function isReservedConstant(name: string): boolean {
  return forConstants.has(name);
}

/** Whether a type of this name would hide one that generated code uses. */
export function isReservedType(name: string): boolean {
  return forTypes.has(name);
}

/** Whether a file of this name, without its ending, is taken or is special on some system. */
export function isReservedFile(name: string): boolean {
  return forFiles.has(name);
}
