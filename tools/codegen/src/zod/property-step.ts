/** A property as a step of a path: `.name`, or in brackets where it is no identifier. */
export function propertyStep(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
