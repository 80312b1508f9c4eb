/** From an incident to a message that can be read through. */
import type { Incident } from '../../domain/incident.ts';
import { messageContent, nextReportAt, promiseIn } from '../../domain/message.ts';
import { addressees, type MessageChoice } from '../../domain/messageRecipients.ts';
import { messageSubject } from '../../domain/reportSubject.ts';
import type { ComposedMessage } from '../../flow/message/state.ts';
import { renderMessage } from '../../mail/message.ts';
import { deskReachable, directorOf, subjectParts, understoodWhen } from '../correspondents.ts';
import type { Desk } from '../desk.ts';
import type { UsableTemplate } from '../templates.ts';

/** The message, addressed and with its subject. Only an update to the director promises another report. */
export function composeMessage(
  choice: MessageChoice,
  incident: Incident,
  desk: Desk,
  template: UsableTemplate,
  at: { readonly now: string; readonly chainHash: string | null },
): ComposedMessage {
  const { kind } = choice;
  const { exerciseEmail, nextReportMinutes } = desk.settings;
  const promised =
    kind === 'director-update' ? nextReportAt(incident.decision?.outcome, at.now, nextReportMinutes) : null;
  const fields = messageContent({
    incident,
    choice,
    now: at.now,
    desk: deskReachable(desk),
    director: directorOf(desk.contacts),
    understoodWhen: understoodWhen(incident),
    nextReportAt: promised,
    chainHash: at.chainHash,
  });
  const text = renderMessage(template.source, kind, fields);
  return {
    to: addressees(choice.recipients, incident, exerciseEmail),
    subject: messageSubject({ kind, ...subjectParts(incident) }),
    text,
    nextReportAt: promiseIn(text, promised),
    templateProblem: template.problem,
  };
}
