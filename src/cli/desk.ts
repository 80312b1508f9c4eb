/** What the desk has set up: settings and contacts. */
import type { KnownContacts } from '../domain/personalData.ts';
import type { Contact } from '../domain/register.ts';
import { contactsFor, missingRoles, unitsOf } from '../domain/register.ts';
import type { CallContext } from '../flow/call/state.ts';
import { dataFolder, settingsFolder } from '../settings/folders.ts';
import { readContacts } from '../settings/register.ts';
import { defaultSettings, readSettings, type Settings } from '../settings/settings.ts';
import * as words from '../texts/cli.ts';
import { missingRolesText } from '../texts/contacts.ts';
import { type Context, programName } from './context.ts';
import { messageOf } from './failure.ts';

export interface Desk {
  readonly dataFolder: string;
  readonly settings: Settings;
  readonly contacts: readonly Contact[];
}

/** Reads settings and contacts. Throws SettingsError. */
export async function openDesk({ env }: Context): Promise<Desk> {
  const folder = settingsFolder(env);
  const [settings, contacts] = await Promise.all([readSettings(folder), readContacts(folder)]);
  return { dataFolder: dataFolder(env), settings, contacts };
}

/**
 * The same, but a fault in a file never stops a call: defaults stand in for it, and the problem is told.
 */
export async function openDeskForCall({
  env,
}: Context): Promise<{ desk: Desk; problems: readonly string[] }> {
  const folder = settingsFolder(env);
  const [settings, contacts] = await Promise.allSettled([readSettings(folder), readContacts(folder)]);
  const desk = {
    dataFolder: dataFolder(env),
    settings: settings.status === 'fulfilled' ? settings.value : defaultSettings,
    contacts: contacts.status === 'fulfilled' ? contacts.value : [],
  };
  const faults = [settings, contacts].flatMap((result) =>
    result.status === 'rejected' ? [words.withoutIt(messageOf(result.reason))] : [],
  );
  return { desk, problems: [...faults, ...missingContacts(desk.contacts, programName({ env }))] };
}

/** What the register lacks for a call to be carried through, in words. `program` is what to type to start it. */
export function missingContacts(contacts: readonly Contact[], program: string): string[] {
  const missing = missingRolesText(missingRoles(contacts));
  return missing === null ? [] : [`${missing} ${words.importContacts(program)}`];
}

/** What the call needs to know of it, and how its report can be changed. */
export function callContext(
  desk: Desk,
  problems: readonly string[],
  editing: CallContext['editing'] = null,
): CallContext {
  const { settings, contacts } = desk;
  const { hours, consultMinutes } = settings;
  const [director] = contactsFor('director', contacts);
  return {
    hours,
    consultMinutes,
    units: unitsOf(contacts),
    director: director ? `${director.name} ${director.phone}`.trim() : null,
    known: knownTo(desk),
    editing,
    sends: canSendMail(desk),
    problems,
  };
}

/** Whether there is a mail server, and an address to send from. */
export function canSendMail({ settings }: Pick<Desk, 'settings'>): boolean {
  return settings.mailHost !== null && settings.deskEmail !== null;
}

/** Whose telephone numbers, addresses and names a message may say: those in the register, and the desk's own. */
export function knownTo({ settings, contacts }: Desk): KnownContacts {
  const { deskPhone, deskEmail, deskName, exerciseEmail } = settings;
  const given = (texts: readonly (string | null)[]): string[] =>
    texts.filter((text) => text !== null).filter((text) => text !== '');
  return {
    phones: given([deskPhone, ...contacts.map(({ phone }) => phone)]),
    emails: given([deskEmail, exerciseEmail, ...contacts.map(({ email }) => email)]),
    names: given([deskName, ...contacts.flatMap(({ name, unit }) => [name, unit])]),
  };
}
