/** Words about the mail server as it is set up: the secret, trying it, and checking its settings. */
import type { SecretError } from '../mail/secret.ts';

/** Why the secret cannot be read, with what to do. */
export function secretErrorText({
  kind,
  from,
  exitCode,
}: Pick<SecretError, 'kind' | 'from' | 'exitCode'>): string {
  switch (kind) {
    case 'not-set':
      return from === ''
        ? 'Det finns en användare men inget lösenord. Ange var det finns i inställningen e-postserver-hemlighet.'
        : `Miljövariabeln ${from} saknas eller är tom.`;
    case 'no-file':
      return isWholePath(from)
        ? `Filen ${from} finns inte.`
        : `Filen ${from} finns inte. Ange hela sökvägen: ~ och en sökväg som beror på var programmet startas går inte.`;
    case 'not-a-file':
      return `${from} är ingen vanlig fil.`;
    case 'not-ours':
      return `Filen ${from} tillhör någon annan än du.`;
    case 'open-to-others':
      return `Filen ${from} kan läsas eller ändras av andra än du. Stäng den med: chmod 600 ${from}`;
    case 'unreadable':
      return `Filen ${from} går inte att läsa.`;
    case 'command-failed':
      return `Kommandot i inställningen e-postserver-hemlighet misslyckades${exitCode === null ? '' : ` (felkod ${exitCode})`}. Kör det för hand och se vad det säger.`;
    case 'command-slow':
      return 'Kommandot i inställningen e-postserver-hemlighet blev inte klart på 10 sekunder.';
    case 'empty':
      return from === ''
        ? 'Kommandot i inställningen e-postserver-hemlighet gav inget lösenord.'
        : `Filen ${from} är tom.`;
  }
}

/** `/home/jour/losenord`, `C:\jour\losenord.txt` or `\\server\jour\losenord.txt`. */
function isWholePath(path: string): boolean {
  return /^(\/|[a-z]:[\\/]|\\\\)/i.test(path);
}

export const mailServer = {
  none: (key: string, program: string) =>
    `Ingen e-postserver är inställd, så inget skickas härifrån. Ange den med: ${program} inställningar ${key} NAMN`,
  noSender: (key: string, program: string) =>
    `Jouren har ingen e-postadress att skicka från. Ange den med: ${program} inställningar ${key} ADRESS`,
  trying: (host: string, port: number) => `Provar ${host} på port ${port} …`,
  tryStopped: 'Avbrutet. Inget har skickats.',
  /** `hasUser`: somebody logged in. */
  tryFine: (host: string, port: number, hasUser: boolean) =>
    `E-postservern ${host} på port ${port} går att använda: förbindelsen, certifikatet${hasUser ? ', inloggningen' : ''} och avsändaren är godkända. Inget har skickats.`,
  tryFinePlain: (host: string, port: number) =>
    `E-postservern ${host} på port ${port} går att använda, utan kryptering. Inget har skickats.`,
  tryWrong: (host: string, port: number) => `E-postservern ${host} på port ${port} går inte att använda.`,
  checkNone: (program: string, key: string) =>
    `Ingen e-postserver är inställd: rapporten skickas från ett mejlprogram. Ställ in en med ”${program} inställningar ${key} NAMN”.`,
  checkFine: (host: string, port: number, program: string) =>
    `E-postservern ${host} på port ${port} är inställd. Prova den med ”${program} mejl prova”.`,
  checkSecretUnused: 'e-postserver-hemlighet används inte, eftersom e-postserver-användare saknas.',
};
