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
      return `Inställningen ${problem.key} kan inte vara ”${shortened(problem.value)}”${inFile(problem.path)}. Tillåtet: ${problem.allowed}.`;
    case 'office-hours-order':
      return `Kontorstiden ${problem.officeStart}–${problem.officeEnd} går inte${inFile(problem.path)}: kontorstid-från ska vara före kontorstid-till.`;
    case 'bad-contacts':
      return contactProblemsText(problem.problems);
  }
}

function inFile(path: string | null): string {
  return path === null ? '' : ` (i ${path})`;
}
