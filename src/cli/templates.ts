/** The templates that supervisors write, and the program's own that stand in for a broken one. */
import { fileURLToPath } from 'node:url';
import feedback from '../../templates/meddelanden/aterkoppling-tib.txt';
import unitManager from '../../templates/meddelanden/enhetschef.txt';
import crisisGroup from '../../templates/meddelanden/krisledningsgrupp.txt';
import directorFinal from '../../templates/meddelanden/slutrapport-direktor.txt';
import directorUpdate from '../../templates/meddelanden/uppdatering-direktor.txt';
import report from '../../templates/rapport-direktor.txt';
import { messageFields } from '../domain/messageFields.ts';
import type { MessageKind } from '../domain/payloads.ts';
import { reportFields } from '../domain/reportFields.ts';
import { messageFileWords } from '../mail/message.ts';
import { loadTemplate, TemplateError } from '../mail/template.ts';
import { templateFailure } from '../texts/mail.ts';

/** A template that can be used: the desk's, or the program's own and what is wrong with the desk's. */
export interface UsableTemplate {
  readonly source: string;
  readonly problem: string | null;
}

const builtIn: Readonly<Record<MessageKind, string>> = {
  'unit-manager': unitManager,
  feedback,
  'crisis-group': crisisGroup,
  'director-update': directorUpdate,
  'director-final': directorFinal,
};

/** The template of the report. A broken one never stops a report. */
export function usableReportTemplate(): Promise<UsableTemplate> {
  return usable(loadReportTemplate, report);
}

/** The template of a message. A broken one never stops a message. */
export function usableMessageTemplate(kind: MessageKind): Promise<UsableTemplate> {
  return usable(() => loadMessageTemplate(kind), builtIn[kind]);
}

/** The template of the report, as the desk has it. Throws TemplateError. */
export function loadReportTemplate(): Promise<string> {
  return loadTemplate(templatePath('rapport-direktor.txt'), reportFields);
}

/** The template of a message, as the desk has it. Throws TemplateError. */
export function loadMessageTemplate(kind: MessageKind): Promise<string> {
  return loadTemplate(templatePath(`meddelanden/${messageFileWords[kind]}.txt`), messageFields[kind]);
}

/** Beside the program, where a supervisor finds it. */
function templatePath(file: string): string {
  return fileURLToPath(new URL(`../templates/${file}`, import.meta.url));
}

async function usable(load: () => Promise<string>, instead: string): Promise<UsableTemplate> {
  try {
    return { source: await load(), problem: null };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { source: instead, problem: templateFailure(error) };
  }
}
