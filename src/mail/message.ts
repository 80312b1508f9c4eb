/** From a template to a message's text, and what its template and its file are called. */
import { type MessageFields, messageFields } from '../domain/messageFields.ts';
import type { MessageKind } from '../domain/payloads.ts';
import { tidied } from './body.ts';
import { draftFileName } from './draft.ts';
import { renderTemplate } from './template.ts';

/** What each kind is called where there are files: without å, ä and ö. */
export const messageFileWords: Readonly<Record<MessageKind, string>> = {
  'unit-manager': 'enhetschef',
  feedback: 'aterkoppling-tib',
  'crisis-group': 'krisledningsgrupp',
  'director-update': 'uppdatering-direktor',
  'director-final': 'slutrapport-direktor',
};

/**
 * The message as plain text to be read and edited, with every paragraph on one line and without an end of line last.
 * `mailBody` makes it ready to leave. Throws TemplateError when the template has a fault.
 */
export function renderMessage(template: string, kind: MessageKind, fields: MessageFields): string {
  return tidied(renderTemplate(template, messageFields[kind], fields));
}

/** `A-2026-0001-enhetschef-1.eml`, the incident's first of this kind; in an exercise `OVNING-A-2026-…`. */
export function messageFileName(kind: MessageKind, number: string, n: number, exercise: boolean): string {
  return draftFileName(`${number}-${messageFileWords[kind]}`, n, exercise);
}
