/** What there is to do after a decision: when, with whom, and on what number. */
import type { Action } from '../../domain/actions.ts';
import type { Incident } from '../../domain/incident.ts';
import { shortMomentText } from '../../domain/momentText.ts';
import { type Contact, contactsFor } from '../../domain/register.ts';
import { parseInstant } from '../../domain/time.ts';
import { actionHeading, actionText, mailed, phoned } from '../../texts/actions.ts';
import * as words from '../../texts/cli.ts';
import { exercise } from '../../texts/labels.ts';

/** What stands on the ordinary screen when a call is over. `report` is null when none was saved. */
export function summaryLines(
  incident: Incident,
  report: { readonly path: string; readonly isQueued: boolean } | null,
  contacts: readonly Contact[],
): string[] {
  const mark = incident.exercise ? `${exercise} – ` : '';
  // What the program does itself is nothing to do.
  const actions = (incident.decision?.actions ?? []).filter(
    ({ kind }) => kind !== 'mail-director' || !report?.isQueued,
  );
  return [
    `${mark}${words.afterCall.done(incident.number)}`,
    '',
    ...actionLines(actions, incident.exercise, contacts),
    ...(report === null ? [] : ['', `${mark}${words.afterCall.draft(report.path)}`]),
    ...(report === null || report.isQueued ? [] : [notSentText(incident)]),
  ];
}

function notSentText({ exercise: isExercise }: Incident): string {
  return isExercise ? words.afterCall.notSentExercise : words.afterCall.notSent;
}

/**
 * The actions under headings that say when: what is to be done now comes first and without a time, and what is not to
 * be done yet says so.
 */
function actionLines(
  actions: readonly Action[],
  isExercise: boolean,
  contacts: readonly Contact[],
): string[] {
  const moment = ({ due }: Action) => parseInstant(due).epochMilliseconds;
  const now = Math.min(...actions.map(moment));
  const consulting = actions.some(({ kind }) => kind === 'consult');
  return [...Map.groupBy(actions, moment)]
    .sort(([a], [b]) => a - b)
    .flatMap(([due, group]) => {
      const [first] = group;
      const later = due === now || !first ? null : shortMomentText(first.due);
      return [
        actionHeading(later, consulting, isExercise),
        ...group.map((action) => `  ${actionText(action)}${who(action, contacts, isExercise)}`),
      ];
    });
}

/** Nobody real is mailed in an exercise. */
function who(action: Action, contacts: readonly Contact[], isExercise: boolean): string {
  const first = (whom: Parameters<typeof contactsFor>[0]) => contactsFor(whom, contacts).slice(0, 1);
  switch (action.kind) {
    case 'call-director':
      return phoned(first('director'));
    case 'mail-director':
      return isExercise ? '' : mailed(first('director'));
    case 'consult':
      return phoned([...first('deskManager'), ...first('qualityManager')]);
    case 'inform-unit-manager':
      return phoned(action.unit === null ? [] : first({ unit: action.unit }));
    case 'inform-duty-officer':
      return phoned(first('dutyOfficer'));
  }
}
