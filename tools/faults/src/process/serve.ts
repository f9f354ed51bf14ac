import type { Answer, Commands, Question } from './commands.js';

/**
 * Answers what the runner asks this process.
 *
 * @param left The runner is gone, or lets go of this process. By default it ends then.
 */
export function serve<C extends Commands<C>>(commands: C, left: () => void = () => process.exit(1)): void {
  process.on('disconnect', left);
  process.on('message', (message) => void answer(commands, message as Question));
}

async function answer<C extends Commands<C>>(commands: C, { id, command, argument }: Question): Promise<void> {
  const reply = (answer: Omit<Answer, 'id'>): void => {
    if (process.connected) process.send?.({ id, ...answer } satisfies Answer);
  };
  try {
    const carryOut = commands[command as keyof C] as unknown as (argument: unknown) => unknown;
    reply({ value: await carryOut.call(commands, argument) });
  } catch (error) {
    reply({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
