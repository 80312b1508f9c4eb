/** The words of the incident screen: what is known, what there is to do, and what was recorded. */
import type { ChoiceId } from '../domain/choices.ts';

/** Who decides on crisis leadership, where the name is not known. */
export const theDirector = 'förvaltningsdirektören';

export const header = {
  received: (clock: string) => `mottaget ${clock}`,
};

export const top = {
  decision: (decision: string) => `Beslut: ${decision}`,
  noDecision: 'Inget beslut ännu.',
  decidedBy: (who: string, clock: string) => `${who} ${clock}`,
  why: 'z visar skälen',
  /** `isOutcome`: the director is what the decision is about already. */
  reached: (clock: string, who: string, isOutcome: boolean) =>
    `${isOutcome ? '' : 'direktören '}nådd ${clock} (${who})`,
  /** `who` is blank where it is said already. */
  crisisLeadership: (answer: string, clock: string, who: string) =>
    `KRISLEDNING ${answer.toUpperCase()} ${clock}${who === '' ? '' : ` (${who})`}`,
  awaits: {
    decision: 'VÄNTAR PÅ BESLUT. g går vidare.',
    draft: 'RAPPORTEN om beslutet är inte sparad. g går vidare.',
  },
  awaitsAdvice: 'RÅDET är noterat, men inget beslutat. g beslutar.',
  stronger: (now: string, before: string) =>
    `NYA UPPGIFTER: rekommendationen är nu ${now} (beslutet var ${before}). g går vidare.`,
  closed: (who: string, clock: string, reason: string) =>
    `AVSLUTAD av ${who} ${clock}${reason === '' ? '' : `: ${reason}`}. o öppnar igen.`,
  exercise: 'ÖVNING: kontakta ingen på riktigt.',
  choices: {
    'director-now': 'RING DIREKTÖREN',
    'director-morning': 'ring direktören på morgonen',
    'consult-first': 'rådgör först',
    ordinary: 'ordinarie',
  } satisfies Record<ChoiceId, string>,
};

export const list = {
  nothing: 'Inget att göra ännu.',
  allDone: 'Allt är gjort. s avslutar händelsen.',
  folded: (done: number, skipped: number, superseded: number) =>
    [
      done > 0 ? `${done} ${done === 1 ? 'klar' : 'klara'}` : '',
      skipped > 0 ? `${skipped} ska inte göras` : '',
      superseded > 0 ? `${superseded} ${superseded === 1 ? 'ersatt' : 'ersatta'}` : '',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  above: (count: number) => `↑ ${count} till`,
  below: (count: number) => `↓ ${count} till`,
  noTime: '–',
  /** Before how many of what has come to an end are not shown, where some are. */
  andFolded: (count: string) => `… och ${count}`,
  tried: (attempts: number) => `${attempts} försök`,
  reachedBefore: (clock: string) => `nådd ${clock}, ska få veta det nya`,
  reachedBeforeShort: (clock: string) => `nådd ${clock}`,
  acknowledged: 'kvitterat',
  notAcknowledged: 'ej kvitterat',
};

export const card = {
  phone: 'Ring',
  mail: 'E-post',
  placeOf: (index: number, of: number) => `${index} av ${of}`,
  nobody: 'Ingen i kontaktregistret. n, e, u och m frågar efter namn eller nummer.',
  somebodyElse: 'Någon annan. n, e, u och m frågar efter namn eller nummer.',
  noNumber: 'nummer saknas',
  reachedBefore: (clock: string) => `Nådd ${clock}, ska få veta det nya.`,
  earlier: (count: number) => `… och ${count} tidigare. l visar alla.`,
  advice: (who: string, advice: string) => `Råd från ${who}: ${advice}`,
  assigned: (to: string) => `Tilldelat: ${to}`,
  acknowledged: (by: string, clock: string) => `Kvitterat av ${by} ${clock}`,
  draft: (file: string) => `Utkast: ${file}`,
  fromChecklist: (checklist: string, section: string | null) =>
    section === null ? checklist : `${checklist}, ${section}`,
  ended: (status: string, who: string, clock: string, text: string) =>
    `${status} ${clock}, ${who}${text === '' ? '' : `: ${text}`}`,
};

export const details = {
  title: 'Skälen, och allt som är känt',
  decision: 'Beslut',
  later: 'Senare samtal',
  answers: 'Svaren',
  desk: 'Våra svar',
  notes: 'Anteckningar',
  consequences: 'Konsekvenser för andra',
  said: (clock: string, by: string, text: string) => `${clock} ${by}: ${text}`,
};

export const timeline = {
  title: 'Tidslinje',
  striking: 'Rättelse: vilken post ska strykas?',
  struckBy: (mark: string, sequence: string, reason: string) =>
    `${mark} (nr ${sequence}${reason === '' ? '' : `: ${reason}`})`,
  /** Instead of its number, for an entry that the journal has not numbered yet. */
  unsaved: '…',
};
