/** A property as a step of a path: `.name`, or `["odd name"]`. */
export function pathStep(name: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
