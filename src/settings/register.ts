/** The contact register as it is stored: `kontakter.json` in the settings folder. */
import type { Contact } from '../domain/register.ts';
import { SettingsError } from './errors.ts';
import { pathOf, readJson } from './files.ts';

/**
 * The contacts in register order; none when there is no register.
 * Throws SettingsError 'corrupt-file' or 'unreadable-file'.
 */
export async function readContacts(folder: string): Promise<Contact[]> {
  const stored = readJson(folder, 'contacts');
  if (stored === undefined) return [];
  const { contactsIn } = await import('./storedRegister.ts');
  const contacts = contactsIn(stored);
  if (contacts) return contacts;
  throw new SettingsError({ kind: 'corrupt-file', file: 'contacts', path: pathOf(folder, 'contacts') });
}
