/** Words about mails on their way to the server: how far they have come, what is wrong, and what to do. */
import type { DeliveryState, Fault, OutboxItem } from '../domain/delivery.ts';
import type { SecretErrorKind } from '../mail/secret.ts';

export const deliveryStateLabels: Readonly<Record<DeliveryState, string>> = {
  queued: 'köat',
  sending: 'skickas',
  accepted: 'mottaget av e-postservern',
  waiting: 'väntar',
  stopped: 'stoppat',
  unknown: 'okänt',
};

/** What is wrong, and what can be done about it, each a sentence or more; nothing where waiting is enough. */
export const faultTexts: Readonly<Record<Fault, { readonly what: string; readonly todo: string }>> = {
  'name-not-found': {
    what: 'E-postserverns namn hittades inte.',
    todo: 'Kontrollera nätverket och inställningen e-postserver-värd.',
  },
  'connection-refused': {
    what: 'E-postservern tog inte emot förbindelsen.',
    todo: 'Kontrollera inställningarna e-postserver-värd och e-postserver-port.',
  },
  unreachable: { what: 'E-postservern går inte att nå.', todo: 'Kontrollera nätverket.' },
  timeout: {
    what: 'E-postservern svarade inte i tid.',
    todo: 'Kontrollera nätverket och inställningarna e-postserver-värd och e-postserver-port.',
  },
  cut: { what: 'Förbindelsen med e-postservern bröts.', todo: '' },
  temporary: { what: 'E-postservern kan inte ta emot mejlet just nu.', todo: '' },
  protocol: {
    what: 'E-postservern svarade något som inte går att tolka.',
    todo: 'Kontrollera inställningarna e-postserver-port och e-postserver-säkerhet.',
  },
  interrupted: { what: 'Programmet avslutades medan mejlet skickades.', todo: '' },
  refused: {
    what: 'E-postservern tar inte emot mejlet.',
    todo: 'Kontrollera mottagarens adress i kontaktregistret och avsändarens i inställningen jourens-e-post.',
  },
  'too-large': { what: 'Mejlet är för stort för e-postservern.', todo: '' },
  address: {
    what: 'En adress i mejlet är ingen e-postadress.',
    todo: 'Rätta den i kontaktregistret eller i inställningen jourens-e-post.',
  },
  secret: {
    what: 'Lösenordet till e-postservern går inte att läsa.',
    todo: 'Kontrollera inställningen e-postserver-hemlighet.',
  },
  'ca-file': {
    what: 'Filen med certifikat går inte att läsa eller innehåller inget certifikat.',
    todo: 'Kontrollera inställningen e-postserver-ca-fil.',
  },
  'certificate-expired': {
    what: 'E-postserverns certifikat har gått ut. Inget lösenord har skickats.',
    todo: 'Be den som sköter servern att förnya det, och kontrollera datorns klocka.',
  },
  'certificate-name': {
    what: 'E-postserverns certifikat gäller ett annat namn. Inget lösenord har skickats.',
    todo: 'Inställningen e-postserver-värd ska vara det namn som står i certifikatet.',
  },
  'certificate-unknown': {
    what: 'E-postserverns certifikat är utfärdat av någon som datorn inte litar på. Inget lösenord har skickats.',
    todo: 'Be den som sköter servern om utfärdarens certifikat och ange filen i inställningen e-postserver-ca-fil.',
  },
  certificate: {
    what: 'E-postserverns certifikat går inte att lita på. Inget lösenord har skickats.',
    todo: 'Be den som sköter servern att se över det, och kontrollera datorns klocka.',
  },
  tls: {
    what: 'Förbindelsen med e-postservern gick inte att kryptera. Inget lösenord har skickats.',
    todo: 'Kontrollera inställningarna e-postserver-säkerhet och e-postserver-port.',
  },
  starttls: {
    what: 'E-postservern erbjuder ingen kryptering (STARTTLS). Inget lösenord har skickats.',
    todo: 'Kontrollera inställningarna e-postserver-säkerhet och e-postserver-port.',
  },
  unencrypted: {
    what: 'Förbindelsen är okrypterad och går till en annan dator. Inget har skickats.',
    todo: 'Välj starttls eller tls i inställningen e-postserver-säkerhet.',
  },
  login: {
    what: 'E-postservern godtog inte inloggningen.',
    todo: 'Kontrollera inställningarna e-postserver-användare och e-postserver-hemlighet.',
  },
  'login-method': {
    what: 'E-postservern erbjuder inget sätt att logga in som går att använda här.',
    todo: 'Kontrollera inställningen e-postserver-inloggning. Vill servern inte ha inloggning, ta bort e-postserver-användare.',
  },
};

/** Why the secret cannot be read, with what to do. `from` is the variable or the file. */
export function secretErrorText(kind: SecretErrorKind, from: string): string {
  switch (kind) {
    case 'not-set':
      return from === ''
        ? 'Det finns en användare men inget lösenord. Ange var det finns i inställningen e-postserver-hemlighet.'
        : `Miljövariabeln ${from} är inte satt.`;
    case 'no-file':
      return `Filen ${from} finns inte.`;
    case 'not-a-file':
      return `${from} är ingen vanlig fil.`;
    case 'not-ours':
      return `Filen ${from} tillhör någon annan än du.`;
    case 'open-to-others':
      return `Filen ${from} kan läsas eller ändras av andra än du. Stäng den med: chmod 600 ${from}`;
    case 'unreadable':
      return `Filen ${from} går inte att läsa.`;
    case 'command-failed':
      return 'Kommandot i inställningen e-postserver-hemlighet misslyckades.';
    case 'command-slow':
      return 'Kommandot i inställningen e-postserver-hemlighet blev inte klart på 10 sekunder.';
    case 'empty':
      return from === ''
        ? 'Kommandot i inställningen e-postserver-hemlighet gav inget lösenord.'
        : `Filen ${from} är tom.`;
  }
}

export const outbox = {
  title: 'Utkorgen:',
  /** One line of the list. */
  line: (number: string, state: string, since: string, to: string, subject: string) =>
    `${number}  ${state} ${since}  till ${to}  ${subject}`,
  said: (answer: string) => `Servern svarade: ${answer}`,
  refused: (address: string, answer: string) => `${address} fick inte mejlet. Servern svarade: ${answer}`,
  nextTry: (at: string, attempts: number) =>
    `${attempts === 1 ? 'Ett försök' : `${attempts} försök`} har misslyckats. Nytt försök ${at}.`,
  heldBack: (program: string) =>
    `Försöks igen när inställningarna har ändrats, eller med: ${program} mejl skicka`,
  unknown: (id: string, at: string) =>
    `Hela mejlet gick iväg ${at}, men servern svarade inte. Det kan ha kommit fram. Message-ID: ${id}`,
  again: (number: string, program: string) =>
    `Ring först och fråga. Samma mejl skickas en gång till med: ${program} mejl skicka ${number} --igen`,
  ring: 'RING DIREKTÖREN: mejlet ersätter aldrig samtalet.',
  resend: (number: string, program: string) => `När felet är rättat: ${program} mejl skicka ${number}`,
  handled: (number: string, program: string) => `När du har ringt i stället: ${program} mejl klar ${number}`,
  isHandled: (at: string) => `Ombesörjt på annat sätt ${at}.`,
  handledNow: (number: string) => `Mejlet om ${number} är ombesörjt. Det larmar inte längre.`,
  nothingToHandle: (number: string) => `${number} har inget mejl som larmar.`,
  accepted: (to: string, at: string) => `Mejlet till ${to} är mottaget av e-postservern ${at}.`,
  already: (to: string, at: string) =>
    `Mejlet till ${to} togs emot av e-postservern ${at} och skickas inte en gång till.`,
  saved: 'Mejlet är sparat i utkorgen och rapporten i loggen.',
  begins: 'Skickar rapporten. Fönstret kan stängas: mejlet ligger i utkorgen tills e-postservern har det.',
  sendsNow: 'Mejlet skickas just nu från ett annat fönster. Se hur det gick med: tjour mejl',
  noServer: (key: string, program: string) =>
    `Ingen e-postserver är inställd, så inget skickas härifrån. Ange den med: ${program} inställningar ${key} NAMN`,
  noSender: (key: string, program: string) =>
    `Jouren har ingen e-postadress att skicka från. Ange den med: ${program} inställningar ${key} ADRESS`,
  noDirector: (program: string) =>
    `Kontaktregistret har ingen e-postadress till förvaltningsdirektören. Läs in en med: ${program} kontakter importera FIL.csv`,
  noExerciseAddress: (key: string, program: string) =>
    `I en övning får ingen riktig mottagare mejl, och det finns ingen övningsadress. Ange den med: ${program} inställningar ${key} ADRESS`,
  nothingWaits: 'Inget väntar i utkorgen.',
  tryFine: (host: string, port: number) =>
    `E-postservern ${host} på port ${port} går att använda: förbindelsen, certifikatet, inloggningen och avsändaren är godkända. Inget har skickats.`,
  tryFinePlain: (host: string, port: number) =>
    `E-postservern ${host} på port ${port} går att använda, utan kryptering. Inget har skickats.`,
  tryWrong: (host: string, port: number) => `E-postservern ${host} på port ${port} går inte att använda.`,
  checkNone: (program: string, key: string) =>
    `Ingen e-postserver är inställd: rapporten skickas från ett mejlprogram. Ställ in en med ”${program} inställningar ${key} NAMN”.`,
  checkFine: (host: string, port: number, program: string) =>
    `E-postservern ${host} på port ${port} är inställd. Prova den med ”${program} mejl prova”.`,
  checkSecretUnused: 'e-postserver-hemlighet används inte, eftersom e-postserver-användare saknas.',
};

/** On the desk and from `påminn`: a mail that may not have come through. */
export function loudMail({ subject, incident, delivery }: OutboxItem, program = 'tjour'): string {
  const what = `mejlet ”${subject}” är inte säkert framme (${whyLoud(delivery)}). Visa: ${program} mejl`;
  return incident === null ? `M${what.slice(1)}` : `RING direktören: ${what}`;
}

function whyLoud({ state, heldBy }: OutboxItem['delivery']): string {
  if (state === 'accepted') return 'alla fick det inte';
  if (state === 'stopped' || state === 'unknown') return deliveryStateLabels[state];
  return heldBy === null ? 'har väntat länge' : 'fel i inställningarna';
}
