/** The city of the demonstration: its units and who answers for them, the same every time. */
import type { UnitKind } from '../../texts/demoScenarios.ts';
import * as words from '../../texts/demoWorld.ts';
import type { Person } from '../person.ts';
import { type Contact, contactsFor, fold, type Role } from '../register.ts';

/** The contact register that fits the demonstration's incidents. */
export function demoContacts(): Contact[] {
  const units = [...words.districts.map(words.homeCare), ...words.residences.map(([name]) => name)];
  const city = Object.values(words.cityUnits).flat();
  const roles: (readonly [Role, string])[] = [
    ['director', ''],
    ['deskManager', ''],
    ['qualityManager', ''],
    ['dutyOfficer', words.dutyOffice],
    ...Array.from({ length: 4 }, () => ['crisisGroup', ''] as const),
    ['communications', ''],
    ...[...units, ...city].map((unit) => ['unitManager', unit] as const),
  ];
  return roles.map(([role, unit], index) => contact(role, unit, index));
}

/** Each with a name and a number of their own: the lists have lengths without a common factor. */
function contact(role: Role, unit: string, index: number): Contact {
  const first = words.firstNames[index % words.firstNames.length] ?? '';
  const last = words.lastNames[index % words.lastNames.length] ?? '';
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    role,
    name: `${first} ${last}`,
    unit,
    phone: role === 'unitManager' ? `031-390 06 ${two(index)}` : `070-174 06 ${two(index + 5)}`,
    email: `${fold(first)}.${fold(last)}@example.se`,
    extra: {},
  };
}

/** The units of these kinds that have to do with the district, at most one of each kind. */
export function unitsNear(district: words.District, kinds: readonly UnitKind[]): string[] {
  return [...new Set(kinds.map((kind) => unitNear(district, kind)))];
}

function unitNear(district: words.District, kind: UnitKind): string {
  const nearby = words.residences.find(([, where]) => where === district)?.[0];
  if (kind === 'home-care' || (kind === 'residence' && !nearby)) return words.homeCare(district);
  if (kind === 'residence') return nearby ?? '';
  const units = words.cityUnits[kind];
  return units[words.districts.indexOf(district) % units.length] ?? '';
}

/** Whoever has the role, or answers for the unit. */
export function personsFor(whom: Role | { readonly unit: string }, contacts: readonly Contact[]): Person[] {
  return contactsFor(whom, contacts).map(({ extra: _, ...person }) => person);
}
