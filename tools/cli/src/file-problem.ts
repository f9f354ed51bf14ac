import { relative } from 'node:path';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EEXIST: 'there is something of that name already',
  EFBIG: 'the file is larger than it may be',
  EISDIR: 'it is a folder, and should be a file',
  EMFILE: 'too many files are open',
  ENOENT: 'it is not there (a broken link?)',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a file stands where a folder should be',
  ENOTEMPTY: 'it is a folder, and should be a file',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
};

/** The same codes say something else of watching. */
const watchReasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the system watches as many files as it may (on Linux, raise fs.inotify.max_user_watches)',
  EMFILE: 'the system watches in as many ways as it may (on Linux, raise fs.inotify.max_user_instances)',
};

/** What the file system refused, in words; undefined if it was not the file system. */
export function fileProblem(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error && 'syscall' in error && 'path' in error)) return undefined;
  const { code, path, syscall } = error;
  const named = 'dest' in error && typeof error.dest === 'string' ? error.dest : String(path);
  const file = named.replace(/[\\/]\.tidings-staging-[^\\/]*/, '');
  const shown = relative(process.cwd(), file);
  const reason = (syscall === 'watch' ? watchReasons : reasons)[String(code)] ?? error.message;
  return `${shown.startsWith('..') || shown === '' ? file : shown}: ${syscall} failed: ${reason}`;
}
