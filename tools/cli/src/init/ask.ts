import type { Readable, Writable } from 'node:stream';
import { cancel, intro, isCancel, outro, text } from '@clack/prompts';
import { channelProblem, type NewPackage, packageNameProblem } from './new-package.js';

/** The terminal that is asked on. */
export interface AskingTerminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Asks for what was not given, with a suggestion for each. Undefined if the person gave up. */
export async function ask(
  given: Partial<NewPackage>,
  suggested: NewPackage,
  terminal: AskingTerminal,
): Promise<NewPackage | undefined> {
  intro('A new contract package', terminal);
  const answers: Partial<Record<keyof NewPackage, string>> = { ...given };
  for (const { name, message, problem } of questions) {
    if (answers[name] !== undefined) continue;
    const suggestion = name === 'description' ? described(answers.channel) : suggested[name];
    const answer = await text({
      ...terminal,
      message,
      placeholder: suggestion,
      defaultValue: suggestion,
      validate: (value) => problem(value === undefined || value === '' ? suggestion : value),
    });
    if (isCancel(answer)) {
      cancel('Nothing was made.', terminal);
      return undefined;
    }
    answers[name] = answer;
  }
  outro('Thank you.', terminal);
  return { ...suggested, ...answers };
}

interface Question {
  readonly name: keyof NewPackage;
  readonly message: string;
  readonly problem: (answer: string) => string | undefined;
}

const questions: readonly Question[] = [
  { name: 'name', message: 'What is the package called on npm?', problem: packageNameProblem },
  { name: 'channel', message: 'Its first channel: what happened to what?', problem: channelProblem },
  { name: 'description', message: 'What do its events tell, in a sentence?', problem: () => undefined },
];

/** `order.placed` → `Order placed.` */
function described(channel = 'something.happened'): string {
  const words = channel.replace(/[.\-_]+/g, ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
