import { stringLiteral } from './string-literal.js';

/** A property's name as it stands in an object type: bare where it can be, quoted where it must be. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : stringLiteral(name);
}
