/**
 * What `tjour mallar visa` fills a template in with: one made-up incident of each outcome. The telephone numbers are
 * those that Post- och telestyrelsen keeps for fiction.
 */
import type { IncidentFile } from '../domain/incidentFile.ts';
import type { Contact } from '../domain/register.ts';
import type { Outcome } from '../domain/rules.ts';

export const desk = {
  name: 'Trygghetsjouren',
  phone: '031-390 06 10',
  email: 'trygghetsjouren@goteborg.example',
  operator: 'jl',
};

const contact = (
  role: Contact['role'],
  name: string,
  unit: string,
  phone: string,
  email: string,
): Contact => ({
  ...{ role, name, unit, phone, email: `${email}@goteborg.example` },
  extra: {},
});

export const contacts: readonly Contact[] = [
  contact('director', 'Åsa Öhrn', '', '070-174 06 05', 'asa.ohrn'),
  contact('deskManager', 'Eva Lind', '', '070-174 06 07', 'eva.lind'),
  contact('unitManager', 'Anna Ek', 'Hemtjänst Kortedala', '031-390 06 20', 'anna.ek'),
  contact('unitManager', 'Cia Holm', 'Hemtjänst Lundby', '031-390 06 22', 'cia.holm'),
  contact('unitManager', 'Bo Al', 'Äldreboende Höstlyckan', '031-390 06 21', 'bo.al'),
  contact('dutyOfficer', 'TIB', '', '031-390 06 30', 'tib'),
  contact('crisisGroup', 'Åsa Öhrn', '', '070-174 06 05', 'asa.ohrn'),
  contact('crisisGroup', 'Dan Berg', '', '070-174 06 06', 'dan.berg'),
];

export const number = 'A-2026-0001';
export const chainHash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** RFC 3339: when the desk got the call, when it did what came next, and when it writes. */
export const times = {
  received: '2026-11-21T02:41:00+01:00',
  acted: '2026-11-21T02:56:00+01:00',
  decided: '2026-11-21T02:58:00+01:00',
  written: '2026-11-21T03:10:00+01:00',
};

/** Said after the decision, where there is a director’s decision to tell of. */
export const afterwards = {
  reason: 'Två avdelningar utryms.',
  consequences: 'Hemgångar från sjukhus skjuts upp.',
};

const call = { source: 'tib', channel: 'phone', exercise: false, caller: { name: 'TIB' } } as const;

export const incidents: Readonly<Record<Outcome, IncidentFile>> = {
  ordinary: {
    ...call,
    answers: {
      whatHappened: { text: 'Strömavbrott efter kabelbrand' },
      whenHappened: { text: '02:15' },
      whereHappened: { text: 'Kortedala' },
      whoIsAffected: { text: 'Ungefär 4 000 hushåll', certainty: 'unconfirmed' },
      actorsInvolved: { text: 'Göteborg Energi, räddningstjänsten' },
      operationDirectlyAffected: { text: 'Ingen av våra ännu', own: 'no' },
      operationsAtRisk: { text: 'Hemtjänst och trygghetslarm', units: ['Hemtjänst Kortedala'] },
    },
    assessment: {
      manageableWithExistingResources: 'yes',
      informDirector: 'no',
      directorTiming: 'unknown',
      staffDirectlyAffected: 'no',
      careRecipientsDirectlyAffected: 'no',
      motivation: '',
    },
  },
  'consult-first': {
    ...call,
    answers: {
      whatHappened: { text: 'Kraftigt snöfall, kollektivtrafiken inställd' },
      whereHappened: { text: 'Hela Göteborg' },
      whoIsAffected: { text: 'Alla som ska förflytta sig' },
      actorsInvolved: { text: 'Trafikkontoret, Västtrafik' },
      operationDirectlyAffected: { text: 'Ingen direkt', own: 'no' },
      operationsAtRisk: { text: 'Morgonens besök', units: ['Hemtjänst Kortedala', 'Hemtjänst Lundby'] },
    },
    assessment: {
      manageableWithExistingResources: 'unknown',
      informDirector: 'no',
      directorTiming: 'unknown',
      staffDirectlyAffected: 'no',
      careRecipientsDirectlyAffected: 'no',
      motivation: '',
    },
  },
  'contact-director': {
    ...call,
    answers: {
      whatHappened: { text: 'Brand i tvättstuga på äldreboende. Utrymning av en avdelning pågår.' },
      whenHappened: { text: '02:30' },
      whereHappened: { text: 'Äldreboendet Höstlyckan, Lundby' },
      whoIsAffected: { text: '14 omsorgstagare och 3 medarbetare', certainty: 'unconfirmed' },
      actorsInvolved: { text: 'Räddningstjänsten, ambulans' },
      operationDirectlyAffected: {
        text: 'Äldreboendet Höstlyckan',
        own: 'yes',
        units: ['Äldreboende Höstlyckan'],
      },
      operationsAtRisk: { text: 'Hemtjänst som kan behöva avlasta', units: ['Hemtjänst Lundby'] },
    },
    assessment: {
      manageableWithExistingResources: 'no',
      informDirector: 'yes',
      directorTiming: 'now',
      staffDirectlyAffected: 'yes',
      careRecipientsDirectlyAffected: 'yes',
      motivation: '',
    },
  },
};
