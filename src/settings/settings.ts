/**
 * The desk's settings: `installningar.json` in the settings folder.
 *
 * Reading is done here and not by `conf`: importing conf costs as much as starting Node twice, its own checks
 * (JSON Schema) cannot say in Swedish what is allowed, and every start of the program reads. Writing is conf's,
 * imported when somebody changes a setting: it writes to a temporary file, syncs it and renames.
 */
import type { DeskHours } from '../domain/deskHours.ts';
import { cleanLine, isBlank } from '../domain/text.ts';
import { SettingsError, systemCode } from './errors.ts';
import { parseJson, pathOf, readJson } from './files.ts';
import {
  findSetting,
  parseSetting,
  type SettingId,
  type SettingKey,
  type SettingValues,
  settingDefinitions,
  settingKeys,
} from './settingKeys.ts';

export interface Settings extends Omit<SettingValues, keyof DeskHours> {
  readonly hours: DeskHours;
}

/** What applies when nothing is set. */
export const defaultSettings: Settings = toSettings({}, '');

/** What the file holds. Keys that this program does not know stay: a later version may own them. */
type StoredSettings = Readonly<Record<string, unknown>>;

/**
 * The settings, with the default for each that the file does not name; all defaults without a file.
 * Throws SettingsError: 'corrupt-file', 'unreadable-file', 'wrong-value' and 'repeated-key' with the key, or
 * 'office-hours-order'.
 */
export async function readSettings(folder: string): Promise<Settings> {
  const path = pathOf(folder, 'settings');
  return inOrder(toSettings(await readStored(folder), path), path);
}

/**
 * Sets one setting, and returns them all. A blank value takes it back to its default.
 * Throws SettingsError 'unknown-key', 'wrong-value', 'office-hours-order', 'not-saved', and as `readSettings`
 * when what is in the file is wrong: then it is left as it is.
 */
export async function writeSetting(folder: string, key: string, text: string): Promise<Settings> {
  const setting = findSetting(key);
  if (!setting) {
    const keys = settingKeys.map((known) => known.key);
    throw new SettingsError({ kind: 'unknown-key', key: cleanLine(key), keys });
  }
  const stored = await readStored(folder);
  const others = Object.entries(stored).filter(([name]) => findSetting(name)?.id !== setting.id);
  const changed: StoredSettings = Object.fromEntries(
    isBlank(text) ? others : [...others, [setting.key, typedValue(setting, text)]],
  );
  const settings = inOrder(toSettings(changed, pathOf(folder, 'settings')), null);
  await save(folder, changed);
  return settings;
}

/** One setting's value as text; empty when there is none. */
export function settingText(settings: Settings, id: SettingId): string {
  return String({ ...settings, ...settings.hours }[id] ?? '');
}

function typedValue(setting: SettingKey, text: string): string | number | null {
  const typed = parseSetting(setting, text);
  const value =
    typeof typed === 'string' && setting.kept ? parseSetting(setting, setting.kept(typed)) : typed;
  if (value === undefined) throw wrongValue(setting, text, null);
  return value;
}

async function readStored(folder: string): Promise<StoredSettings> {
  const stored = readJson(folder, 'settings');
  if (stored === undefined) return {};
  if (typeof stored === 'object' && stored !== null && !Array.isArray(stored))
    return stored as StoredSettings;
  throw new SettingsError({ kind: 'corrupt-file', file: 'settings', path: pathOf(folder, 'settings') });
}

function toSettings(stored: StoredSettings, path: string): Settings {
  const found = new Map<SettingId, unknown>();
  for (const [key, value] of Object.entries(stored)) {
    const setting = findSetting(key);
    if (!setting) continue;
    if (found.has(setting.id)) throw new SettingsError({ kind: 'repeated-key', key: setting.key, path });
    found.set(setting.id, value);
  }
  const read = <Id extends SettingId>(id: Id): SettingValues[Id] => {
    const setting = settingDefinitions[id];
    const value = found.get(id);
    if (value === undefined || value === null) return setting.default;
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    const parsed = text === undefined ? undefined : parseSetting(setting, text);
    if (parsed === undefined) throw wrongValue(setting, text ?? JSON.stringify(value), path);
    return parsed;
  };
  return {
    station: read('station'),
    deskName: read('deskName'),
    deskPhone: read('deskPhone'),
    deskEmail: read('deskEmail'),
    operator: read('operator'),
    hours: { morning: read('morning'), officeStart: read('officeStart'), officeEnd: read('officeEnd') },
    consultMinutes: read('consultMinutes'),
    nextReportMinutes: read('nextReportMinutes'),
    reminderMinutes: read('reminderMinutes'),
    retryMinutes: read('retryMinutes'),
    exerciseEmail: read('exerciseEmail'),
    phoneTestDays: read('phoneTestDays'),
    mailHost: read('mailHost'),
    mailPort: read('mailPort'),
    mailSecurity: read('mailSecurity'),
    mailCaFile: read('mailCaFile'),
    mailUser: read('mailUser'),
    mailSecret: read('mailSecret'),
    mailLogin: read('mailLogin'),
    mailPlainAllowed: read('mailPlainAllowed'),
  };
}

/** The same settings, unless the office closes before it opens. `path` is null when that was just asked for. */
function inOrder(settings: Settings, path: string | null): Settings {
  const { officeStart, officeEnd } = settings.hours;
  if (officeStart < officeEnd) return settings;
  throw new SettingsError({ kind: 'office-hours-order', officeStart, officeEnd, path });
}

function wrongValue(
  setting: Pick<SettingKey, 'key' | 'allowed' | 'isDelicate'>,
  text: string,
  path: string | null,
): SettingsError {
  const { key, allowed, isDelicate } = setting;
  return new SettingsError({
    kind: 'wrong-value',
    key,
    value: isDelicate ? null : cleanLine(text),
    allowed,
    path,
  });
}

async function save(folder: string, stored: StoredSettings): Promise<void> {
  const path = pathOf(folder, 'settings');
  try {
    const [{ makeFolder }, { default: Conf }] = await Promise.all([import('./saveFile.ts'), import('conf')]);
    await makeFolder(folder);
    const file = new Conf<Record<string, unknown>>({
      cwd: folder,
      configName: 'installningar',
      fileExtension: 'json',
      configFileMode: 0o600,
      deserialize: (text) => parseJson(text) as Record<string, unknown>,
      serialize: (value) => `${JSON.stringify(value, null, 2)}\n`,
    });
    file.store = { ...stored };
  } catch (error) {
    throw new SettingsError({ kind: 'not-saved', file: 'settings', path, code: systemCode(error) }, error);
  }
}
