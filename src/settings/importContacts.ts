/** Importing a file of contacts. The file is the whole register: who is not in it is removed. */
import type { Contact } from '../domain/register.ts';
import { parseContacts } from './contactsFile.ts';
import { SettingsError } from './errors.ts';
import { readContacts } from './register.ts';
import { writeJson } from './saveFile.ts';

export interface ImportResult {
  readonly added: readonly Contact[];
  /** As they are now. The same person in the same role, with something else changed. */
  readonly changed: readonly Contact[];
  readonly removed: readonly Contact[];
  readonly unchanged: readonly Contact[];
  /** False when the register already said the same, in the same order: then nothing was written. */
  readonly saved: boolean;
}

/**
 * Makes the file's contacts the register.
 * Throws SettingsError: 'bad-contacts' with every problem in the file, 'corrupt-file' or 'unreadable-file' for the
 * stored register, 'not-saved'. The stored register is then as it was.
 */
export async function importContacts(folder: string, bytes: Uint8Array): Promise<ImportResult> {
  const { contacts, problems } = parseContacts(bytes);
  if (problems.length > 0) throw new SettingsError({ kind: 'bad-contacts', problems });
  const before = await readContacts(folder);
  const saved = JSON.stringify(before.map(content)) !== JSON.stringify(contacts.map(content));
  if (saved) await writeContacts(folder, contacts);
  return { ...compare(before, contacts), saved };
}

/** Replaces the register. Throws SettingsError 'not-saved', with the old one as it was. */
export async function writeContacts(folder: string, contacts: readonly Contact[]): Promise<void> {
  await writeJson(folder, 'contacts', { version: 1, contacts });
}

/** Pairs what is the same first, then what is the same person; what is left was added or removed. */
function compare(before: readonly Contact[], after: readonly Contact[]): Omit<ImportResult, 'saved'> {
  const same = pairBy(content, before, after);
  const person = pairBy(identity, same.onlyBefore, same.onlyAfter);
  return {
    added: person.onlyAfter,
    changed: person.paired,
    removed: person.onlyBefore,
    unchanged: same.paired,
  };
}

interface Pairs {
  /** Those of `after` that have a counterpart. */
  readonly paired: Contact[];
  readonly onlyBefore: Contact[];
  readonly onlyAfter: Contact[];
}

/** One counterpart each: two equal rows need two equal rows. */
function pairBy(
  key: (contact: Contact) => string,
  before: readonly Contact[],
  after: readonly Contact[],
): Pairs {
  const waiting = Map.groupBy(before, key);
  const paired: Contact[] = [];
  const onlyAfter: Contact[] = [];
  for (const contact of after) (waiting.get(key(contact))?.shift() ? paired : onlyAfter).push(contact);
  const unpaired = new Set([...waiting.values()].flat());
  return { paired, onlyBefore: before.filter((contact) => unpaired.has(contact)), onlyAfter };
}

/** Everything about a contact; the order of its further columns says nothing. */
function content({ role, name, unit, phone, email, extra }: Contact): string {
  const further = Object.entries(extra).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([role, name, unit, phone, email, further]);
}

function identity({ role, name, unit }: Contact): string {
  return JSON.stringify([role, name, unit]);
}
