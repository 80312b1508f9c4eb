/** What an incident in the log and its entries are called where they are shown. */
import type { MailPayloads } from '../domain/mailPayloads.ts';
import type { ExportFormat, MadeHow } from '../domain/payloads.ts';

const madeHow: Readonly<Record<MadeHow, string>> = {
  saved: 'sparat som fil',
  copied: 'kopierat till urklipp',
  sent: 'lagt i utkorgen',
};
const byHand = 'ändrat för hand';

/** `refused` did not get it though the others did; `goneAt` is when it may have gone, in words. */
interface SentMail {
  readonly recipients: readonly string[];
  readonly refused: readonly string[];
  readonly answer: string | null;
  readonly goneAt: string | null;
}

export const entryTexts = {
  title: 'Poster:',
  answers: 'Svar:',
  opened: (number: string, whom: string) => `Händelsen öppnad: ${number}, uppgifter från ${whom}`,
  units: (units: readonly string[]) => `Enheter: ${units.join(', ')}`,
  readBack: (unanswered: readonly string[]) =>
    unanswered.length === 0
      ? 'Återläst, uppringaren höll med'
      : `Återläst, uppringaren höll med. Obesvarat: ${unanswered.join(', ')}`,
  motivation: 'Motivering',
  ruleSet: (version: string) => `regler ${version}`,
  asRecommended: '(som rekommenderat)',
  overridden: '(annat än rekommenderat)',
  notDecided: 'inget ännu',
  draft: (file: string, edited: boolean) => `Utkast sparat: ${file}${edited ? `, ${byHand}` : ''}`,
  callReceived: (whom: string) => `Nytt samtal om händelsen från ${whom}`,
  attempt: (who: string, result: string) => `${who}: ${result}`,
  nextTry: (moment: string) => `nytt försök ${moment}`,
  nextTrySet: (action: string, moment: string) => `${action}: ny tid ${moment}`,
  acknowledged: (by: string) => `${by} har kvitterat`,
  done: (action: string) => `Klart: ${action}`,
  skipped: (action: string, reason: string) => `Görs inte: ${action}. Skäl: ${reason}`,
  assigned: (action: string, to: string) => `${action}: tilldelat ${to}`,
  added: (actions: readonly string[]) => `Tillagt att göra: ${actions.join('; ')}`,
  consulted: (who: string, advice: string) => `Rådgjort med ${who}: ${advice}`,
  crisisLeadership: (answer: string, by: string) => `Krisledning: ${answer}, beslut av ${by}`,
  askAgain: (moment: string) => `frågas igen ${moment}`,
  consequences: (text: string) => `Konsekvenser för andra: ${text}`,
  note: (text: string) => `Anteckning: ${text}`,
  reasonFor: (sequence: number, text: string) => `Skäl till nr ${sequence}: ${text}`,
  noteAbout: (sequence: number, text: string) => `Anteckning till nr ${sequence}: ${text}`,
  struck: (reason: string) => (reason === '' ? 'Struken' : `Struken: ${reason}`),
  isStruck: 'STRUKEN',
  /** A strike corrects the entry; anything else says what holds instead of it. */
  corrects: (sequence: number | string, isStrike = false) =>
    `${isStrike ? 'rättelse av' : 'ändrar'} nr ${sequence}`,
  unknownEntry: (type: string, version: number) => `okänd post (${type}, version ${version})`,
  disposed: 'innehållet är gallrat eller går inte att läsa',
  closed: (reason: string, open: number) =>
    `Händelsen avslutad${open === 0 ? '' : ` med ${open === 1 ? 'en öppen åtgärd' : `${open} öppna åtgärder`}`}${reason === '' ? '' : `: ${reason}`}`,
  reopened: (reason: string) => `Händelsen öppnad igen${reason === '' ? '' : `: ${reason}`}`,
  message: (label: string, to: string, how: MadeHow, edited: boolean) =>
    `${label}${to === '' ? '' : ` till ${to}`} ${madeHow[how]}${edited ? `, ${byHand}` : ''}`,
  reminded: (what: string, by: 'screen' | 'mail') =>
    `Påmint ${by === 'mail' ? 'med mejl' : 'på skärmen'}: ${what}`,
  mailQueued: (recipients: readonly string[]) => `Mejl till ${recipients.join(', ')} lagt i utkorgen`,
  mailSent: (
    state: MailPayloads['mail-sent']['state'],
    { recipients, refused, answer, goneAt }: SentMail,
  ) => {
    const to = `Mejl till ${recipients.join(', ')}`;
    const said = answer === null ? '' : `. Servern svarade: ${answer}`;
    const not = refused.length === 0 ? '' : `, men inte för ${refused.join(', ')}`;
    switch (state) {
      case 'accepted':
        return `${to} mottaget av e-postservern${not}${said}`;
      case 'stopped':
        return `${to} stoppat av e-postservern${said}`;
      case 'unknown':
        return `${to}${goneAt === null ? '' : ` gick iväg ${goneAt}`}: okänt om e-postservern har tagit emot det${said}`;
    }
  },
  mailRequeued: (recipients: readonly string[], state: MailPayloads['mail-requeued']['state']) =>
    `Mejl till ${recipients.join(', ')} skickas en gång till${state === 'unknown' ? ', och kan komma fram två gånger' : ''}`,
  mailHandled: (recipients: readonly string[]) => `Mejl till ${recipients.join(', ')} ordnat på annat sätt`,
  mailWithdrawn: (recipients: readonly string[], isReplaced: boolean) =>
    `Mejl till ${recipients.join(', ')} tillbakadraget innan det hade gått iväg${isReplaced ? ': det skickas till någon annan' : ''}`,
  undecided: 'händelsen saknar beslut',
  reviewed: (by: string, comment: string, learnt: string) =>
    `Granskad av ${by}: ${comment}${learnt === '' ? '' : `; lärdom: ${learnt}`}`,
  reviewActionAdded: (action: string) => `Att göra efter granskningen: ${action}`,
  reviewActionDone: (action: string, comment: string) =>
    `Klart efter granskningen: ${action}${comment === '' ? '' : `. ${comment}`}`,
  registered: (number: string) => `Diarienummer: ${number}`,
  exported: (format: ExportFormat, selection: string) =>
    `Uttag ur loggen: ${exported[format]}${selection === '' ? '' : ` (urval: ${selection})`}`,
  handoverSigned: 'Överlämning signerad',
  handoverAcknowledged: 'Överlämning kvitterad',
  phoneTested: (phone: string, result: string) => `Test av ${phone}: ${result}`,
};

/** What was taken out, by its format. */
const exported: Readonly<Record<ExportFormat, string>> = {
  pdf: 'händelsen som PDF',
  json: 'händelsen som JSON',
  csv: 'listan som CSV',
  html: 'statistiken som webbsida',
};
