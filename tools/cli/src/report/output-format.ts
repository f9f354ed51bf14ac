/** How a command says what it found: to a person, to a program, or as annotations of GitHub Actions. */
export type OutputFormat = 'text' | 'json' | 'github';

/** Every format. */
export const outputFormats: readonly OutputFormat[] = ['text', 'json', 'github'];

/** And as Markdown, to be put where a change is discussed. */
export type ReportFormat = OutputFormat | 'markdown';
