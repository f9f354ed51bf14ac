import { type Command, Option } from 'commander';

type RulesFormat = 'text' | 'json';

function ruleFormat(): Option {
  return new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text');
}

/** Adds `tidings rules`. */
export function addRules(program: Command): void {
  program
    .command('rules')
    .summary('list the rules of tidings lint')
    .description('Lists the rules of `tidings lint`, and what each weighs unless a contract says otherwise.')
    .addOption(ruleFormat())
    .helpOption('--help', 'print this')
    .addHelpText('after', '\n`tidings explain <rule>` says why there is a rule, and what to write instead.')
    .action(async ({ format }: { readonly format: RulesFormat }) => {
      const { lintRules } = await import('@tidings/codegen/lint');
      if (format === 'json') {
        const rules = lintRules.map(({ id, severity, summary }) => ({ id, severity, summary }));
        console.log(JSON.stringify(rules, undefined, 2));
        return;
      }
      const longest = Math.max(...lintRules.map(({ id }) => id.length));
      for (const { id, severity, summary } of lintRules) {
        console.log(`${id.padEnd(longest)}  ${severity.padEnd(5)}  ${summary}`);
      }
    });
}

/** Adds `tidings explain`. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .summary('say why there is a rule, and what to write instead')
    .description('Says why there is a rule, what to write instead, and when it is right not to follow it.')
    .argument('<rule>', 'its id, such as unbounded-string')
    .addOption(ruleFormat())
    .helpOption('--help', 'print this')
    .addHelpText('after', '\n`tidings rules` lists them all.')
    .action(async (id: string, { format }: { readonly format: RulesFormat }) => {
      const [{ findRule }, { explanationText }] = await Promise.all([
        import('../explain/find-rule.js'),
        import('../explain/explanation-text.js'),
      ]);
      const rule = findRule(id);
      if (format === 'text') console.log(explanationText(rule));
      else {
        const { severity, summary, why, instead, example, unless } = rule;
        console.log(JSON.stringify({ id: rule.id, severity, summary, why, instead, example, unless }, undefined, 2));
      }
    });
}
