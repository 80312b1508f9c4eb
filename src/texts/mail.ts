/** Words about templates, drafts and what is wrong with them. */
import type { DraftErrorKind } from '../mail/saveDraft.ts';
import type { TemplateErrorKind, TemplateProblem } from '../mail/template.ts';

/** One fault in a template, with its place. */
export function templateProblemText(problem: TemplateProblem): string {
  if (problem.kind === 'required-missing') {
    return `fältet {{${problem.field}}} måste finnas i mallen och får inte bero på ett villkor.`;
  }
  return `rad ${problem.row}, kolumn ${problem.column}: ${faultText(problem)}`;
}

function faultText(problem: Exclude<TemplateProblem, { kind: 'required-missing' }>): string {
  switch (problem.kind) {
    case 'unknown-field':
      return `Fältet ”${problem.field}” finns inte. Fälten räknas upp överst i mallen som följer med.`;
    case 'not-text':
      return `Fältet ”${problem.field}” är ingen text. Skriv {{#${problem.field}}} … {{/${problem.field}}} runt det som ska stå.`;
    case 'unescaped':
      return `Skriv {{${problem.field}}}, med två klamrar och utan &.`;
    case 'partial':
      return 'En mall kan inte hämta in en annan mall.';
    case 'delimiters':
      return 'Klamrarna {{ och }} kan inte bytas mot något annat.';
    case 'unclosed-tag':
      return 'Klammern {{ saknar sitt slut }}.';
    case 'unclosed-section':
      return `Delen {{#${problem.field}}} saknar sitt slut {{/${problem.field}}}.`;
    case 'unopened-section':
      return `Delen slutar med {{/${problem.field}}} men har ingen början.`;
  }
}

/** Why a template cannot be used. The faults themselves follow, where there are any. */
const templateErrorText: Readonly<Record<TemplateErrorKind, (template: string) => string>> = {
  missing: (template) => `${template} finns inte.`,
  unreadable: (template) => `${template} går inte att läsa.`,
  'too-large': (template) => `${template} är för stor. Den får vara högst 64 kB.`,
  'not-utf-8': (template) =>
    `${template} är inte sparad som UTF-8. Spara den en gång till med kodningen UTF-8.`,
  invalid: (template) => `${template} har fel:`,
};

/** Why a draft was not saved. Its text is still on the screen. */
export const draftErrorText: Readonly<Record<DraftErrorKind, string>> = {
  exists: 'Utkastet är inte sparat: det finns redan en fil med det namnet, och den har inte rörts.',
  full: 'Utkastet är inte sparat: disken är full.',
  'read-only': 'Utkastet är inte sparat: mappen går inte att skriva i.',
  other: 'Utkastet är inte sparat.',
};

/** Which template cannot be used and why, with every fault and its place, on one line. */
export function templateFailure(error: {
  readonly kind: TemplateErrorKind;
  readonly path: string | null;
  readonly problems: readonly TemplateProblem[];
}): string {
  const file = error.path?.split(/[\\/]/).at(-1);
  const template = file === undefined ? 'Mallen' : `Mallen ${file}`;
  return [templateErrorText[error.kind](template), ...error.problems.map(templateProblemText)].join(' ');
}
