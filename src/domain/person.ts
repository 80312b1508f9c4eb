/** Somebody who is to be reached, or was; and people by what is written about them. */
import { isPhoneNumber } from './reach.ts';
import type { Role } from './register.ts';
import { cleanLine } from './text.ts';

/** As the register had them at that moment. What is not known is blank. */
export interface Person {
  readonly name: string;
  readonly role: Role | null;
  readonly unit: string;
  /** One number. */
  readonly phone: string;
  readonly email: string;
}

/** The same person on the same number. */
export function samePerson(a: Person, b: Person): boolean {
  return a.name === b.name && a.phone === b.phone;
}

/** The name, or the number of somebody without one. */
export function nameOf({ name, phone }: Pick<Person, 'name' | 'phone'>): string {
  return name === '' ? phone : name;
}

/** `Anna Ek 031-390 06 00` */
export function personText({ name, phone }: Pick<Person, 'name' | 'phone'>): string {
  return [name, phone].filter((part) => part !== '').join(' ');
}

/** Somebody who is not in the register, from a name, a number, or a name with its number after it. */
export function personFrom(text: string): Person {
  const line = cleanLine(text);
  const number = /(?<=^|[\s,])\+?\d[\d\s\-–/()]*$/.exec(line)?.[0] ?? '';
  const phone = isPhoneNumber(number) ? number : '';
  const name = line.slice(0, line.length - phone.length).replace(/[\s,]+$/, '');
  return { name, role: null, unit: '', phone, email: '' };
}
