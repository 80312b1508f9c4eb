/** The words of `tjour mejl`: what is in the outbox, what has become of a mail, and what to do. */
import type { DeliveryState } from '../domain/delivery.ts';

export const outbox = {
  sections: {
    loud: (count: number) => `ATT SE TILL (${count})`,
    onItsWay: (count: number) => `PÅ VÄG (${count})`,
    settled: 'SENAST',
    drafts: 'UTKAST SOM INTE ÄR SKICKADE HÄRIFRÅN',
  },
  all: (program: string) => `Äldre finns. Visa allt: ${program} mejl --alla`,
  /** One line of the list. `name` is what the mail is known by. */
  line: (name: string, state: string, since: string, to: string, subject: string) =>
    `${name}  ${state} ${since}  till ${to}  ${subject}`,
  draft: (number: string, file: string, subject: string) => `${number}  ${file}  ${subject}`,
  /** From `påminn`; `name` is null for what is about no incident. */
  loud: (called: string, name: string | null, program: string) =>
    `${called}${name === null ? '' : ` (${name})`}. Visa: ${program} mejl`,
  /** `whom` is a name and a number. */
  ring: (whom: string) => `RING ${whom}`,
  said: (answer: string) => `Servern svarade: ${answer}`,
  refused: (address: string, answer: string) => `${address} fick inte mejlet. Servern svarade: ${answer}`,
  noAnswer: (at: string) => `Hela mejlet gick iväg ${at}, men servern svarade inte.`,
  ended: (at: string) => `Hela mejlet gick iväg ${at}.`,
  mayHaveCome: (messageId: string) => `Det kan ha kommit fram. Message-ID: ${messageId}`,
  again: (mail: string, program: string) => `Kom det inte fram: ${program} mejl skicka ${mail} --igen`,
  staysQueued: 'Det ligger kvar i utkorgen och skickas igen när bordet är öppet.',
  nextTry: (at: string, attempts: number) => `${failed(attempts)}Nytt försök ${at}.`,
  heldBack: (at: string | null) =>
    `Nytt försök när inställningarna har ändrats${at === null ? '' : `, annars ${at}`}.`,
  resend: (mail: string, program: string) => `När felet är rättat: ${program} mejl skicka ${mail}`,
  handled: (name: string, program: string) => `Har du ringt i stället: ${program} mejl klar ${name}`,
  cameThrough: (name: string, program: string) => `Kom det fram: ${program} mejl klar ${name}`,
  seenTo: (name: string, program: string) => `När det är ordnat: ${program} mejl klar ${name}`,
  isQueued: (program: string) =>
    `Det väntar på att skickas. Allt som väntar skickas med: ${program} mejl skicka`,
  /** `told` is how many reminders have not come through, in words. */
  reminders: (told: string, program: string) => `${told}. Visa dem: ${program} mejl --alla`,
  isHandled: (at: string) => `Ordnat på annat sätt ${at}.`,
  handledNow: (to: string, subject: string) => `Antecknat. Mejlet till ${to} larmar inte längre: ${subject}`,
  nothingToHandle: (name: string) => `${name} har inget mejl som larmar.`,
  withdrawnNow: (to: string) => `Mejlet till ${to} är tillbakadraget och skickas inte.`,
  nothingToWithdraw: (name: string) => `${name} har inget mejl som väntar på att skickas.`,
  tooLateToWithdraw: (to: string) => `Mejlet till ${to} kan ha gått iväg och går inte att dra tillbaka.`,
  sending: (to: string) => `Skickar till ${to} …`,
  sendingAll: (count: number) => `Skickar ${count === 1 ? 'ett mejl' : `${count} mejl`} …`,
  accepted: (to: string, at: string) => `Mejlet till ${to} är mottaget av e-postservern ${at}.`,
  already: (to: string, at: string) =>
    `Mejlet till ${to} togs emot av e-postservern ${at} och skickas inte en gång till.`,
  isWithdrawn: 'Mejlet är tillbakadraget och skickas inte.',
  overtaken: 'Ett annat fönster hann före. Så här står det nu:',
  kept: 'Mejlet är sparat i utkorgen och rapporten i loggen.',
  begins: 'Skickar rapporten. Fönstret kan stängas: mejlet ligger i utkorgen tills e-postservern har det.',
  sendsNow: (program: string) =>
    `Mejlet skickas just nu från ett annat fönster. Se hur det gick med: ${program} mejl`,
  /** Broken off by Ctrl+C. */
  stopped: {
    before:
      'Avbrutet. Mejlet har inte gått iväg. Det ligger kvar i utkorgen och skickas när bordet är öppet.',
    after: 'Avbrutet. Mejlet kan ha gått iväg: ring och fråga. Det skickas inte igen av sig självt.',
  },
  /** When the desk is left while a server has yet to answer for a mail. */
  waitsForAnswer: 'Ett mejl skickas. Vänta, eller Ctrl+C: då är det osäkert om det kom fram.',
  /** What became of it then. */
  answered: (state: DeliveryState, to: string) => {
    if (state === 'accepted') return `Mejlet till ${to} är mottaget av e-postservern.`;
    return state === 'waiting' || state === 'stopped'
      ? `E-postservern tog inte emot mejlet till ${to}. Det ligger kvar i utkorgen.`
      : `Mejlet till ${to} kan ha gått iväg: ring och fråga. Det skickas inte igen av sig självt.`;
  },
  /** When the desk is left. */
  stillWaiting: (count: number, program: string) => `${count} mejl väntar i utkorgen: ${program} mejl skicka`,
  /** On the desk screen. `why` is a sentence or more. */
  cannotSend: (why: string) => `Mejl går inte att skicka nu. ${why}`,
  noDirector: (program: string) =>
    `Kontaktregistret har ingen e-postadress till förvaltningsdirektören. Läs in en med: ${program} kontakter importera FIL.csv`,
  noExerciseAddress: (key: string, program: string) =>
    `I en övning får ingen riktig mottagare mejl, och det finns ingen övningsadress. Ange den med: ${program} inställningar ${key} ADRESS`,
  nothingWaits: 'Inget väntar i utkorgen.',
};

function failed(attempts: number): string {
  if (attempts === 0) return '';
  return attempts === 1 ? 'Ett försök har misslyckats. ' : `${attempts} försök har misslyckats. `;
}
