/** One night's fire with everything that can be told about it in a message. */
import type { Contact } from '../../src/domain/register.ts';
import { answerWhat, contact, decision, night, opened, person, type Story } from './story.ts';

export const kortedala = 'Hemtjänst Kortedala';
export const bergsjon = 'Hemtjänst Bergsjön';

export const register: readonly Contact[] = [
  contact('director', 'Åsa Öhrn', '070-174 06 05', { email: 'asa.ohrn@goteborg.example' }),
  contact('unitManager', 'Anna Ek', '031-390 06 20', { unit: kortedala }),
  contact('unitManager', 'Bo Al', '031-390 06 21', { unit: kortedala, email: 'bo.al@goteborg.example' }),
  contact('unitManager', 'Cia Holm', '031-390 06 22', { unit: bergsjon, email: 'cia.holm@goteborg.example' }),
  contact('dutyOfficer', 'TIB', '031-390 06 30', { email: 'tib@goteborg.example' }),
  contact('crisisGroup', 'Åsa Öhrn', '070-174 06 05', { email: 'asa.ohrn@goteborg.example' }),
  contact('crisisGroup', 'Dan Berg', '070-174 06 06', { email: 'dan.berg@goteborg.example' }),
];

/** Decided at 02:50: phone the director now. One unit is hit and another at risk. */
export function decidedFire(about: { readonly exercise?: boolean } = {}): Story {
  const story = opened(about);
  answerWhat(story, '02:43', 'Brand i tvättstuga på äldreboende');
  const answer = (question: 'operationDirectlyAffected' | 'operationsAtRisk', unit: string) =>
    story.tell('02:44', 'caller-answered', { question, text: unit, certainty: 'confirmed', units: [unit] });
  answer('operationDirectlyAffected', kortedala);
  answer('operationsAtRisk', bergsjon);
  story.tell('02:50', 'decision-made', decision('now', [kortedala, bergsjon]));
  return story;
}

/** The director was reached at the second try and decided yes; one manager has acknowledged, the other was only reached. */
export function carriedThrough(about: { readonly exercise?: boolean } = {}): Story {
  const story = decidedFire(about);
  const [asa, , bo, cia] = register.map(({ name, phone, role }) => person(name, phone, role));
  if (!asa || !bo || !cia) throw new Error('the register is shorter than that');
  story.attempt('02:51', 'call-director', 'no-answer', asa, '02:56');
  story.attempt('02:56', 'call-director', 'reached', asa);
  const leadership = story.tell('02:58', 'crisis-leadership-decided', {
    answer: 'yes',
    by: 'Åsa Öhrn',
    askAgainAt: null,
  });
  story.tell('02:58', 'note-added', { text: 'Två avdelningar utryms.', about: leadership });
  story.tell('02:58', 'note-added', { text: 'Ringde från reservtelefonen.', about: null });
  const members = register
    .filter(({ role }) => role === 'crisisGroup')
    .map(({ name, role, unit, phone, email }) => ({ name, role, unit, phone, email }));
  story.tell('02:59', 'actions-added', {
    actions: [
      ...members.map((member) => ({ kind: 'call-together', contact: member, due: night('02:59') }) as const),
      ...['Region', 'IT-kontoret', 'Vårdgrannar'].map(
        (text) =>
          ({
            kind: 'checklist-point',
            checklist: 'Informera',
            section: null,
            text,
            isQuestion: false,
            due: null,
          }) as const,
      ),
    ],
  });
  story.attempt('03:04', `inform-unit-manager:${kortedala}`, 'reached', bo);
  story.tell('03:05', 'acknowledged', { action: `inform-unit-manager:${kortedala}`, by: 'Bo Al' });
  story.attempt('03:07', `inform-unit-manager:${bergsjon}`, 'reached', cia);
  story.tell('03:08', 'consequences-described', { text: 'Hemgångar från sjukhus skjuts upp.' });
  return story;
}
