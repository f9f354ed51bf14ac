/** What a new contract package is made of. */
export interface NewPackage {
  /** Its name on npm, such as `@acme/orders`. */
  readonly name: string;
  /** Its first channel, such as `order.placed`. */
  readonly channel: string;
  /** What the channel's events tell, in a sentence. */
  readonly description: string;
}

/** Where the sources of a package are. */
export interface SourcePlace {
  /** The address of a repository. */
  readonly url: string;
  /** The package's folder in it. */
  readonly directory: string;
}

/** Versions of what it depends on. */
export interface DependencyRanges {
  readonly core: string;
  readonly cli: string;
  readonly zod: string;
}

/** Why a package can't be called so, or undefined if it can. */
export function packageNameProblem(name: string): string | undefined {
  if (name === '') return 'give it a name, such as @acme/orders';
  if (name.length > 214) return `${name.length} characters are too many for npm: 214 is the most`;
  if (!/^(?:@[a-z0-9-][a-z0-9-._]*\/)?[a-z0-9-][a-z0-9-._]*$/.test(name)) {
    return `npm takes lower-case letters, digits, - and _, with a scope if you like, such as @acme/orders; not ${JSON.stringify(name)}`;
  }
  if (!/[a-z]/.test(contractOf(name))) return 'its last part needs a letter: the contract is called after it';
  return undefined;
}

/** Why a first channel can't be called so, or undefined if it can. */
export function channelProblem(channel: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*)+$/.test(channel)) {
    return `say what happened to what, in lower-case words joined by dots, such as order.placed; not ${JSON.stringify(channel)}`;
  }
  return channel.length > 200 ? `${channel.length} characters are too many: 200 is the most` : undefined;
}

/** The contract of a package: `@acme/orders` → `orders`. */
export function contractOf(name: string): string {
  return name.replace(/^.*\//, '');
}

/** The name of a channel's constant: `order.line-item.placed` → `orderLineItemPlaced`. */
export function constantOf(channel: string): string {
  return channel.replace(/[.\-_]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The name of a channel's file, without its ending: `order.placed` → `order-placed`. */
export function fileOf(channel: string): string {
  return channel.replace(/[._]/g, '-');
}
