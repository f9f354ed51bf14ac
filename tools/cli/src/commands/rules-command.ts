import type { LintRule } from '@tidings/codegen/lint';
import { type Command, Option } from 'commander';

type RulesFormat = 'text' | 'json';

function ruleFormat(): Option {
  return new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text');
}

/** Adds `tidings rules`. */
export function addRules(program: Command): void {
  program
    .command('rules')
    .summary('list the rules of tidings lint, and the kinds of changes of tidings breaking')
    .description(
      'Lists the rules of `tidings lint`, and what each weighs unless a contract says otherwise; and the\nkinds of changes that `tidings breaking` tells apart.',
    )
    .addOption(ruleFormat())
    .helpOption('--help', 'print this')
    .addHelpText(
      'after',
      '\n`tidings explain <rule>` says why there is a rule, or whom a change hurts, and what to do.',
    )
    .action(async ({ format }: { readonly format: RulesFormat }) => {
      const [{ lintRules }, { changeKinds }] = await Promise.all([
        import('@tidings/codegen/lint'),
        import('@tidings/codegen/evolution'),
      ]);
      const kinds = Object.entries(changeKinds);
      if (format === 'json') {
        const rules = lintRules.map(({ id, severity, summary }) => ({ id, severity, summary }));
        console.log(JSON.stringify({ rules, kinds: kinds.map(([id, page]) => ({ id, ...page })) }, undefined, 2));
        return;
      }
      const longest = Math.max(
        ...[...lintRules.map(({ id }) => id), ...Object.keys(changeKinds)].map((id) => id.length),
      );
      console.log('Rules of tidings lint\n');
      for (const { id, severity, summary } of lintRules) {
        console.log(`  ${id.padEnd(longest)}  ${severity.padEnd(7)}  ${summary}`);
      }
      console.log(
        '\nKinds of changes, as tidings breaking names them. In the plain case: can new readers read old\nevents, old readers new ones, do publish calls compile, do handlers (? somebody has to look)\n',
      );
      for (const [id, { plain, summary }] of kinds) console.log(`  ${id.padEnd(longest)}  ${plain}  ${summary}`);
    });
}

/** Adds `tidings explain`. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .summary('say why there is a rule or whom a change hurts, and what to do')
    .description(
      'Says of a rule of `tidings lint` why it is there, what to write instead, and when it is right not to\nfollow it; of a kind of change of `tidings breaking`, whom it hurts and what to do.',
    )
    .argument('<rule>', 'its id, such as unbounded-string or FIELD_ADDED_REQUIRED')
    .addOption(ruleFormat())
    .helpOption('--help', 'print this')
    .addHelpText('after', '\n`tidings rules` lists them all.')
    .action(async (id: string, { format }: { readonly format: RulesFormat }) => {
      const [{ findExplained }, { explanationText, kindText }] = await Promise.all([
        import('../explain/find-explained.js'),
        import('../explain/explanation-text.js'),
      ]);
      const found = findExplained(id);
      if (format === 'json')
        console.log(JSON.stringify('rule' in found ? ruleFacts(found.rule) : found.kind, undefined, 2));
      else console.log('rule' in found ? explanationText(found.rule) : kindText(found.kind));
    });
}

function ruleFacts({ id, severity, summary, why, instead, example, unless }: LintRule): object {
  return { id, severity, summary, why, instead, example, unless };
}
