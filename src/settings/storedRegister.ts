/** What the register's file holds. Apart from `register.ts`, since a desk without a register needs no checks. */
import * as v from 'valibot';
import { type Contact, roles } from '../domain/register.ts';

const storedRegister = v.object({
  version: v.literal(1),
  contacts: v.array(
    v.object({
      role: v.picklist(roles),
      name: v.string(),
      unit: v.string(),
      phone: v.string(),
      email: v.string(),
      extra: v.record(v.string(), v.string()),
    }),
  ),
});

/** The contacts in what was stored, or null when it is no register of this version. */
export function contactsIn(stored: unknown): Contact[] | null {
  const parsed = v.safeParse(storedRegister, stored);
  return parsed.success ? parsed.output.contacts : null;
}
