/** What the user reads about the settings. */
import type { SettingsFile, SettingsProblem } from '../settings/errors.ts';
import type { SettingId } from '../settings/settingKeys.ts';
import { contactProblemsText, shortened } from './contacts.ts';

const timeOfDay = 'ett klockslag, till exempel 07:00';
const minutes = 'ett antal minuter, 1–1440';

export const settingTexts: Readonly<
  Record<SettingId, { readonly description: string; readonly allowed: string }>
> = {
  station: { description: 'Bokstaven som händelsernas nummer börjar med', allowed: 'en bokstav, A–Z' },
  deskName: { description: 'Jourens namn i rapporten', allowed: 'text, högst 100 tecken' },
  deskPhone: {
    description: 'Telefonnummer till jouren, i rapporten',
    allowed: 'ett telefonnummer utan bokstäver, till exempel 031-390 06 12',
  },
  deskEmail: {
    description: 'E-postadress till jouren, i rapporten',
    allowed: 'en e-postadress, till exempel jouren@example.se',
  },
  operator: {
    description: 'Operatörens signatur. Utan värde gäller inloggningsnamnet',
    allowed: 'text, högst 40 tecken',
  },
  morning: { description: 'När ”till morgonen” går ut', allowed: timeOfDay },
  officeStart: { description: 'När kontorstiden börjar, vardagar', allowed: timeOfDay },
  officeEnd: { description: 'När kontorstiden slutar, vardagar', allowed: timeOfDay },
  consultMinutes: {
    description: 'Minuter att söka någon för samråd innan direktören rings',
    allowed: minutes,
  },
  nextReportMinutes: { description: 'Minuter till nästa rapport', allowed: minutes },
  reminderMinutes: {
    description: 'Minuter innan det som ska göras genast påminner om sig',
    allowed: minutes,
  },
  retryMinutes: { description: 'Minuter till nytt försök när någon inte har nåtts', allowed: minutes },
  exerciseEmail: {
    description: 'E-postadress som alla meddelanden i en övning går till',
    allowed: 'en e-postadress, till exempel ovning@example.se',
  },
  phoneTestDays: {
    description: 'Dygn mellan testerna av TIB-telefonen och backuptelefonen',
    allowed: 'ett antal dygn, 1–366',
  },
  mailHost: {
    description: 'E-postserverns namn. Utan värde skickas inget härifrån',
    allowed: 'ett namn eller en IP-adress, till exempel relay.example.se',
  },
  mailPort: {
    description: 'E-postserverns port. Utan värde: 587, 465 med tls, 25 med okrypterat',
    allowed: 'ett nummer, 1–65535',
  },
  mailSecurity: {
    description: 'Hur förbindelsen till e-postservern krypteras',
    allowed: 'starttls, tls eller okrypterat',
  },
  mailCaFile: {
    description: 'Fil med certifikat (PEM) att lita på utöver systemets egna',
    allowed: 'en sökväg, högst 1000 tecken',
  },
  mailUser: {
    description: 'Användare hos e-postservern. Utan värde loggar ingen in',
    allowed: 'text, högst 254 tecken',
  },
  mailSecret: {
    description: 'Var lösenordet finns. Själva lösenordet skrivs aldrig här',
    allowed:
      'miljö:NAMN (en miljövariabel), fil:SÖKVÄG (en fil som bara du får läsa) eller kommando:… (vars utskrift är lösenordet)',
  },
  mailLogin: {
    description: 'Om hemligheten är ett lösenord eller en OAuth 2-nyckel (access token)',
    allowed: 'lösenord eller oauth2',
  },
  mailPlainAllowed: {
    description: 'Om mejl får gå okrypterat till en annan dator. Lösenordet gör det aldrig',
    allowed: 'ja eller nej',
  },
};

const fileTexts: Readonly<Record<SettingsFile, { readonly name: string; readonly without: string }>> = {
  settings: {
    name: 'Inställningsfilen',
    without: 'flytta undan den, så gäller standardvärdena',
  },
  contacts: {
    name: 'Kontaktregistret',
    without: 'flytta undan den och importera kontakterna igen',
  },
};

/** The problem and what to do about it, in one or a few sentences. */
export function settingsProblemText(problem: SettingsProblem): string {
  switch (problem.kind) {
    case 'corrupt-file': {
      const { name, without } = fileTexts[problem.file];
      return `${name} ${problem.path} är skadad och går inte att tolka. Filen är orörd. Rätta den i en textredigerare, eller ${without}.`;
    }
    case 'unreadable-file':
      return `${fileTexts[problem.file].name} ${problem.path} går inte att läsa (${problem.code}). Kontrollera att du har rätt att läsa filen.`;
    case 'not-saved':
      return `${fileTexts[problem.file].name} ${problem.path} kunde inte sparas (${problem.code}). Inget är ändrat. Kontrollera att disken inte är full och att du har rätt att skriva i mappen.`;
    case 'unknown-key':
      return `Inställningen ”${shortened(problem.key)}” finns inte. De som finns: ${problem.keys.join(', ')}.`;
    case 'repeated-key':
      return `Inställningen ${problem.key} står flera gånger i ${problem.path}. Ta bort alla utom en.`;
    case 'wrong-value':
      return problem.value === null
        ? `Inställningen ${problem.key} kan inte vara det som angavs${inFile(problem.path)}. Tillåtet: ${problem.allowed}.`
        : `Inställningen ${problem.key} kan inte vara ”${shortened(problem.value)}”${inFile(problem.path)}. Tillåtet: ${problem.allowed}.`;
    case 'office-hours-order':
      return `Kontorstiden ${problem.officeStart}–${problem.officeEnd} går inte${inFile(problem.path)}: kontorstid-från ska vara före kontorstid-till.`;
    case 'bad-contacts':
      return contactProblemsText(problem.problems);
  }
}

function inFile(path: string | null): string {
  return path === null ? '' : ` (i ${path})`;
}
