import { StringDecoder } from 'node:string_decoder';
import { setImmediate } from 'node:timers/promises';
import type { HostedRun } from './command-host.js';

// As it was built: no test runner has a hand in it.
const { main }: typeof import('../src/main.js') = await import(new URL('../dist/main.js', import.meta.url).href);
const home: string = process.cwd();
const stdout = capture(process.stdout);
const stderr = capture(process.stderr);

process.on('message', async ({ args, cwd, env }: HostedRun) => {
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) if (env[name] === undefined) delete process.env[name];
  Object.assign(process.env, env);
  const exitCode = await main(args);
  // What a thread has printed may be on its way.
  await setImmediate();
  // The test removes the folder.
  process.chdir(home);
  process.send?.({ exitCode, stdout: stdout(), stderr: stderr() });
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

/** Keeps what is written into a stream, which then goes nowhere else. Gives what has come since it was last asked. */
function capture(stream: NodeJS.WriteStream): () => string {
  const decoder = new StringDecoder('utf8');
  let said = '';
  stream.write = (
    chunk: Uint8Array | string,
    encodingOrDone?: BufferEncoding | ((error?: Error | null) => void),
    done?: (error?: Error | null) => void,
  ): boolean => {
    said += typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk));
    const written = typeof encodingOrDone === 'function' ? encodingOrDone : done;
    if (written !== undefined) process.nextTick(written);
    return true;
  };
  return () => {
    const all = said;
    said = '';
    return all;
  };
}
