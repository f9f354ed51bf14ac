/** An export of a definition file, as it was loaded. */
export interface LoadedExport {
  /** The file, relative to the package, with `/` between folders. */
  readonly file: string;
  /** The name it is exported by. */
  readonly exportName: string;
  readonly value: unknown;
}
