/** What stands on the ordinary screen when a call is over: what to do now, with whom and on what number. */
import type { Action } from '../../domain/actions.ts';
import type { Incident } from '../../domain/incident.ts';
import { type Contact, contactsFor } from '../../domain/register.ts';
import { atDesk, parseInstant } from '../../domain/time.ts';
import { actionText, person } from '../../texts/actions.ts';
import * as words from '../../texts/cli.ts';
import { exercise } from '../../texts/labels.ts';
import { planned } from '../../texts/when.ts';

/** The lines for a decided incident. `draftPath` is null when no draft was saved. */
export function summaryLines(
  incident: Incident,
  draftPath: string | null,
  contacts: readonly Contact[],
): string[] {
  const actions = incident.decision?.actions ?? [];
  return [
    `${incident.exercise ? `${exercise} – ` : ''}${words.afterCall.done(incident.number)}`,
    '',
    words.afterCall.todo,
    ...actions.map((action) => `  ${actionLine(action, contacts)}`),
    '',
    ...(draftPath === null ? [] : [words.afterCall.draft(draftPath), words.afterCall.notSent]),
  ];
}

function actionLine(action: Action, contacts: readonly Contact[]): string {
  const when = planned(atDesk(parseInstant(action.due)));
  return `${when}  ${actionText(action)}${person(whoFor(action, contacts))}`;
}

function whoFor(action: Action, contacts: readonly Contact[]): readonly Contact[] {
  switch (action.kind) {
    case 'call-director':
    case 'mail-director':
      return contactsFor('director', contacts).slice(0, 1);
    case 'consult':
      return [
        ...contactsFor('deskManager', contacts).slice(0, 1),
        ...contactsFor('qualityManager', contacts).slice(0, 1),
      ];
    case 'inform-unit-manager':
      return action.unit === null ? [] : contactsFor({ unit: action.unit }, contacts).slice(0, 1);
    case 'inform-duty-officer':
      return contactsFor('dutyOfficer', contacts).slice(0, 1);
  }
}
