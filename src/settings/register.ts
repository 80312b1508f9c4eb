/** The contact register as it is stored: `kontakter.json` in the settings folder. */
import * as v from 'valibot';
import { type Contact, roles } from '../domain/register.ts';
import { SettingsError } from './errors.ts';
import { pathOf, readJson, writeJson } from './files.ts';

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

/**
 * The contacts in register order; none when there is no register.
 * Throws SettingsError 'corrupt-file' or 'unreadable-file'.
 */
export async function readContacts(folder: string): Promise<Contact[]> {
  const stored = await readJson(folder, 'contacts');
  if (stored === undefined) return [];
  const parsed = v.safeParse(storedRegister, stored);
  if (parsed.success) return parsed.output.contacts;
  throw new SettingsError({ kind: 'corrupt-file', file: 'contacts', path: pathOf(folder, 'contacts') });
}

/** Replaces the register. Throws SettingsError 'not-saved', with the old one as it was. */
export async function writeContacts(folder: string, contacts: readonly Contact[]): Promise<void> {
  await writeJson(folder, 'contacts', { version: 1, contacts });
}
