/** Words about mails on their way to the server: how far they have come, what is wrong, and what to do. */
import type { DeliveryState, OutboxItem } from '../domain/delivery.ts';
import type { Fault, Outcome } from '../domain/deliveryOutcome.ts';
import type { Contact } from '../domain/register.ts';

export const deliveryStateLabels: Readonly<Record<DeliveryState, string>> = {
  queued: 'köat',
  sending: 'skickas',
  accepted: 'mottaget av e-postservern',
  waiting: 'väntar',
  stopped: 'stoppat',
  unknown: 'okänt',
  withdrawn: 'tillbakadraget',
};

/** A mail whose sender has ended in the midst of it. */
export const leftLabel = 'avbrutet';

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
  'no-greeting': {
    what: 'E-postservern sa ingenting när förbindelsen öppnades.',
    todo: 'Den kan vänta på kryptering från början. Kontrollera inställningarna e-postserver-säkerhet och e-postserver-port.',
  },
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
  interrupted: { what: 'Sändningen avbröts innan mejlet hade gått iväg.', todo: '' },
  unrecorded: { what: 'Sändningen avbröts innan serverns svar hade skrivits ner.', todo: '' },
  sender: {
    what: 'E-postservern godtar inte avsändaren.',
    todo: 'Kontrollera adressen i inställningen jourens-e-post.',
  },
  recipient: {
    what: 'E-postservern tar inte emot mejl till mottagaren.',
    todo: 'Kontrollera mottagarens adress i kontaktregistret.',
  },
  'too-large': {
    what: 'Mejlet är för stort för e-postservern, eller mottagarens brevlåda är full.',
    todo: 'Korta rapporten och skicka den på nytt.',
  },
  refused: {
    what: 'E-postservern tar inte emot mejlet.',
    todo: 'Fråga den som sköter e-postservern.',
  },
  address: {
    what: 'En adress i mejlet är ingen e-postadress.',
    todo: 'Rätta den i kontaktregistret eller i inställningen jourens-e-post.',
  },
  secret: {
    what: 'Lösenordet till e-postservern går inte att läsa.',
    todo: 'Kontrollera inställningen e-postserver-hemlighet.',
  },
  greeting: {
    what: 'E-postservern tar inte emot mejl från den här datorn.',
    todo: 'Kontrollera inställningen e-postserver-värd, och be den som sköter servern att släppa in datorn.',
  },
  'login-wanted': {
    what: 'E-postservern vill ha en inloggning.',
    todo: 'Ange inställningarna e-postserver-användare och e-postserver-hemlighet.',
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

/** What has become of a mail that somebody must see to, in a few words. */
export function mailCame({ delivery: { state, heldBy } }: Pick<OutboxItem, 'delivery'>): string {
  switch (state) {
    case 'accepted':
      return 'någon fick inte mejlet';
    case 'stopped':
      return 'mejlet gick inte iväg';
    case 'withdrawn':
      return 'mejlet är tillbakadraget';
    case 'unknown':
      return 'mejlet kanske inte kom fram';
    case 'queued':
    case 'sending':
    case 'waiting':
      return heldBy === null ? 'mejlet är inte skickat ännu' : 'mejlet går inte att skicka nu';
  }
}

/** Whom to ring instead, with the number; `whom` is null when nobody is known. */
export function toRing({ recipients }: Pick<OutboxItem, 'recipients'>, whom: Contact | null): string {
  if (whom === null) return recipients.join(', ');
  return whom.role === 'director' ? `direktören ${nameAndNumber(whom)}` : nameAndNumber(whom);
}

function nameAndNumber({ name, phone }: Contact): string {
  return [name, phone].filter((part) => part !== '').join(' ');
}

/** The mail and whom to ring instead, from the fullest words to the fewest. */
export function ringInstead(item: OutboxItem, whom: Contact | null): string[] {
  const came = mailCame(item);
  if (whom === null) return [`${came}, till ${item.recipients.join(', ')}`];
  const shortest = whom.phone || whom.name;
  const told = [toRing(item, whom), nameAndNumber(whom), shortest].map((each) => `RING ${each}: ${came}`);
  return [...told, `RING ${shortest}`];
}

/** The reminders to the desk that have not come through, however many they are. */
export const reminderMails = (count: number): string =>
  `${count === 1 ? 'En påminnelse' : `${count} påminnelser`} till jouren är inte framme`;

/** What became of a mail that the journal could not be told of. */
export function unrecordedText({
  item: { recipients },
  outcome,
}: {
  readonly item: Pick<OutboxItem, 'recipients'>;
  readonly outcome: Outcome['kind'];
}): string {
  const mail = `Mejlet till ${recipients.join(', ')}`;
  switch (outcome) {
    case 'accepted':
      return `${mail} är mottaget av e-postservern, men det gick inte att skriva ner. Skicka det inte igen.`;
    case 'unknown':
      return `${mail} kan ha gått iväg, men det gick inte att skriva ner. Ring och fråga.`;
    case 'transient':
    case 'permanent':
    case 'configuration':
    case 'interrupted':
      return `${mail} gick inte iväg, och det gick inte att skriva ner.`;
  }
}
