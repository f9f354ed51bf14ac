import type { LintRule } from '../lint-rule.js';

/** Brands are those that the generator can see. Found in source texts, by `zodBrandCalls`: it leaves no trace in a model. */
export const zodBrand: LintRule = {
  id: 'zod-brand',
  severity: 'error',
  summary: "Brands are made by brand() of @tidings/core/define, not by zod's .brand().",
  why: [
    "zod's .brand() is a type and nothing else: at run time there is no trace of it, so the generated client can not have it. The annotation of the generated channel would not compile, at a place that says nothing of brands.",
    'With brand(schema, name) of core you get the same nominal type, without zod in the published declarations.',
  ],
  instead: "Write brand(z.uuid(), 'UserId') in place of z.uuid().brand<'UserId'>().",
  example: {
    before: "export const userId = z.uuid().brand<'UserId'>();",
    after: "import { brand } from '@tidings/core/define';\n\nexport const userId = brand(z.uuid(), 'UserId');",
  },
};
