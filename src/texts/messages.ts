/** The words of the messages: what their fields say. What is said when is `domain/message*.ts`'s matter. */
import type { AnyAction } from '../domain/actions.ts';
import type { CrisisAnswer, IncidentSource, MessageKind } from '../domain/payloads.ts';

export const messageTag: Readonly<Record<MessageKind, string>> = {
  'unit-manager': '[INFO]',
  feedback: '[ÅTERKOPPLING]',
  'crisis-group': '[KALLELSE]',
  'director-update': '[UPPDATERING]',
  'director-final': '[SLUTRAPPORT]',
};

/** An action as work, done or left: it can stand under "Gjort" as well as under "Kvar att göra". */
export function workText(
  action: AnyAction,
  about: { readonly source: IncidentSource; readonly toDirector: boolean },
): string {
  const director = about.toDirector ? 'dig' : 'förvaltningsdirektören';
  switch (action.kind) {
    case 'call-director':
      return `Ringa ${director} för bedömning av krisledning`;
    case 'consult':
      return 'Rådgöra med enhetschef inom Trygghetsjouren eller avdelningschef Kvalitet och utveckling';
    case 'inform-unit-manager':
      return action.unit === null
        ? 'Ta reda på vilka enhetschefer som berörs och informera dem'
        : `Informera enhetschef, ${action.unit}`;
    case 'mail-director':
      return `Rapportera till ${director} via mejl`;
    case 'inform-duty-officer':
      return about.source === 'tib' ? 'Återkoppla till TIB' : 'Informera TIB om händelsen';
    case 'decide-crisis-leadership':
      return about.toDirector
        ? 'Få ditt beslut om krisledning'
        : 'Få förvaltningsdirektörens beslut om krisledning';
    case 'call-together':
      return action.contact === null
        ? callTogether
        : `Kalla in ${action.contact.name} till krisledningsgruppen`;
    case 'checklist-point':
      return action.text;
    case 'follow-up': {
      const what = action.text === '' ? '' : `: ${action.text}`;
      if (action.what === 'other') return action.text;
      return action.what === 'answer' ? `Få svar${what}` : `Lämna nästa rapport till ${director}${what}`;
    }
  }
}

/** What many actions are called together. */
export const callTogether = 'Kalla samman krisledningsgruppen';
export const checklistWork = (title: string) => `Gå igenom checklistan ${title}`;
export const doneOf = (what: string, done: number, total: number) => `${what}: ${done} av ${total} klara`;
export const leftOf = (what: string, left: number, total: number) => `${what}: ${left} av ${total} kvar`;
export const doneAt = (what: string, time: string) => `${what}, ${time}`;
export const dueAt = (what: string, moment: string) => `${what}, ${moment}`;
export const skippedFor = (what: string, reason: string) =>
  reason === '' ? what : `${what}. Skäl: ${reason}`;

/** In what capacity somebody was told; blank when the action does not say. */
export function toldAs(action: AnyAction): string {
  switch (action.kind) {
    case 'call-director':
    case 'decide-crisis-leadership':
    case 'mail-director':
      return 'förvaltningsdirektör';
    case 'consult':
      return 'rådfrågad';
    case 'inform-unit-manager':
      return action.unit === null ? 'enhetschef' : `enhetschef ${action.unit}`;
    case 'inform-duty-officer':
      return 'TIB';
    case 'call-together':
      return 'krisledningsgruppen';
    case 'checklist-point':
    case 'follow-up':
      return '';
  }
}

export const acknowledgement = { given: 'har kvitterat', reachedOnly: 'nådd' };

/** What the incident means for the unit. The part is null when the answers do not name the unit. */
export function unitsPart(unit: string | null, part: 'direct' | 'at-risk' | null): string {
  const subject = unit === null ? 'Din verksamhet' : `Din enhet, ${unit},`;
  return part === 'direct' ? `${subject} är direkt påverkad.` : `${subject} kan påverkas.`;
}

/** The director's decision as a sentence. `moment` is a planned moment. */
export function crisisLeadershipText(answer: CrisisAnswer, director: string, moment: string): string {
  const by = director === '' ? 'förvaltningsdirektören' : director;
  switch (answer) {
    case 'yes':
      return `Krisledning är aktiverad. Beslut av ${by} ${moment}.`;
    case 'no':
      return `Krisledning aktiveras inte. Beslut av ${by} ${moment}.`;
    case 'later':
      return `Beslut om krisledning tas senare. Besked av ${by} ${moment}.`;
  }
}

/** What happened, each after its time, in the final report. */
export const course = {
  received: (whom: string) => `Uppgifter från ${whom}`,
  calledAgain: (whom: string) => `Nya uppgifter från ${whom}`,
  decided: (decision: string) => `Operatörens beslut: ${decision}`,
  told: (who: string, result: string) => `${who}: ${result}`,
  advised: (who: string, advice: string) => `Rådgjort med ${who}: ${advice}`,
  done: (work: string) => `Klart: ${work}`,
  crisisLeadership: (answer: string, by: string) => `Beslut om krisledning: ${answer} (${by})`,
  closed: (reason: string) => `Händelsen avslutad${reason === '' ? '' : `: ${reason}`}`,
};

/** A message as a file for an editor. */
export const wordingFile = { subject: 'Ämne' };
