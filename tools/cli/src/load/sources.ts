/** A file of a package as the bundler saw it: what it imports. Paths are relative to the package, with `/`. */
export interface ImportsOfFile {
  /** Files of the project. */
  readonly files: readonly string[];
  /** Packages, by what the import says. */
  readonly packages: readonly string[];
}

/** The files that were bundled. */
export type ImportGraph = ReadonlyMap<string, ImportsOfFile>;

/** What a bundle loaded that was not part of it. */
export interface LoadedModules {
  /** The files, as absolute paths. */
  readonly files: readonly string[];
  /** From which folder which package was asked for. */
  readonly packages: readonly PackageRequest[];
}

/** A package that was asked for: where it is found depends on the folder of whoever asks. */
export interface PackageRequest {
  readonly from: string;
  readonly name: string;
}

/** Everything that something was read from. `modules` is missing where Node has no way to tell. */
export interface Sources {
  readonly graph: ImportGraph;
  readonly modules: LoadedModules | undefined;
}

/** A file and everything that it imports, directly or not, without packages. */
export function closureOf(file: string, graph: ImportGraph): ReadonlySet<string> {
  const reached = new Set([file]);
  for (const each of reached) {
    for (const imported of graph.get(each)?.files ?? []) reached.add(imported);
  }
  return reached;
}
