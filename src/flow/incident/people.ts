/** People by what is written about them. */
import type { Person } from '../../domain/payloads.ts';
import { isPhoneNumber } from '../../domain/reach.ts';
import { cleanLine } from '../../domain/text.ts';

/** The name, or the number of somebody without one. */
export function nameOf({ name, phone }: Pick<Person, 'name' | 'phone'>): string {
  return name === '' ? phone : name;
}

/** Somebody who is not in the register, from a name, a number, or a name with its number after it. */
export function personFrom(text: string): Person {
  const line = cleanLine(text);
  const number = /(?<=^|[\s,])\+?\d[\d\s\-–/()]*$/.exec(line)?.[0] ?? '';
  const phone = isPhoneNumber(number) ? number : '';
  const name = line.slice(0, line.length - phone.length).replace(/[\s,]+$/, '');
  return { name, role: null, unit: '', phone, email: '' };
}
