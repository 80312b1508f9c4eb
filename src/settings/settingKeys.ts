/** The settings as data: what a user may set, under which Swedish name, and what each value may be. */
import { defaultDeskHours } from '../domain/deskHours.ts';
import { isMailAddress, isPhoneNumber } from '../domain/reach.ts';
import { fold } from '../domain/register.ts';
import { cleanLine, isBlank } from '../domain/text.ts';
import { settingTexts } from '../texts/settings.ts';

/** Null where there is no value. Times of day are `HH:MM`. */
export interface SettingValues {
  /** The letter that starts this desk's incident numbers. */
  readonly station: string;
  readonly deskName: string;
  readonly deskPhone: string | null;
  readonly deskEmail: string | null;
  /** Null: whoever is logged in. */
  readonly operator: string | null;
  readonly morning: string;
  readonly officeStart: string;
  readonly officeEnd: string;
  readonly consultMinutes: number;
  readonly nextReportMinutes: number;
  /** How long what is due at once may wait before the desk is reminded of it. */
  readonly reminderMinutes: number;
  /** How long after an attempt that failed the next one is due. */
  readonly retryMinutes: number;
  /** Where all messages of an exercise go; null: they have no recipient. */
  readonly exerciseEmail: string | null;
  /** How often the desk's telephones are to be tested. */
  readonly phoneTestDays: number;
}

export type SettingId = keyof SettingValues;

export interface SettingKey<Id extends SettingId = SettingId> {
  readonly id: Id;
  /** What the user types, and the key in the file. */
  readonly key: string;
  /** What it is. */
  readonly description: string;
  /** What a value may be. */
  readonly allowed: string;
  readonly default: SettingValues[Id];
  /** The value that a text means, or undefined when it is not allowed. The text is one clean line, not blank. */
  readonly parse: (text: string) => SettingValues[Id] | undefined;
}

/** Every setting, by its id. */
export const settingDefinitions: { readonly [Id in SettingId]: SettingKey<Id> } = {
  station: define('station', 'station', 'A', (text) => matching(text.toUpperCase(), /^[A-Z]$/)),
  deskName: define('deskName', 'jourens-namn', 'Trygghetsjouren', (text) => upTo(100, text)),
  deskPhone: define('deskPhone', 'jourens-telefon', null, (text) => (isPhoneNumber(text) ? text : undefined)),
  deskEmail: define('deskEmail', 'jourens-e-post', null, (text) => (isMailAddress(text) ? text : undefined)),
  operator: define('operator', 'operatör', null, (text) => upTo(40, text)),
  morning: define('morning', 'morgon', defaultDeskHours.morning, timeOfDay),
  officeStart: define('officeStart', 'kontorstid-från', defaultDeskHours.officeStart, timeOfDay),
  officeEnd: define('officeEnd', 'kontorstid-till', defaultDeskHours.officeEnd, timeOfDay),
  consultMinutes: define('consultMinutes', 'samråd-minuter', 15, minutes),
  nextReportMinutes: define('nextReportMinutes', 'nästa-rapport-minuter', 60, minutes),
  reminderMinutes: define('reminderMinutes', 'påminnelse-minuter', 10, minutes),
  retryMinutes: define('retryMinutes', 'nytt-försök-minuter', 5, minutes),
  exerciseEmail: define('exerciseEmail', 'övningsadress', null, (text) =>
    isMailAddress(text) ? text : undefined,
  ),
  phoneTestDays: define('phoneTestDays', 'telefontest-dagar', 7, days),
};

/** Every setting, in the order to show them. */
export const settingKeys: readonly SettingKey[] = Object.values(settingDefinitions);

/** The setting that a key means, tolerant of case, composition, missing å, ä, ö and hyphens. */
export function findSetting(key: string): SettingKey | undefined {
  const wanted = comparable(key);
  return settingKeys.find((setting) => comparable(setting.key) === wanted);
}

/** The value that a text from a user or a file means, or undefined when it is not allowed. */
export function parseSetting<Id extends SettingId>(
  setting: SettingKey<Id>,
  text: string,
): SettingValues[Id] | undefined {
  const line = cleanLine(text);
  return isBlank(line) ? undefined : setting.parse(line);
}

function define<Id extends SettingId>(
  id: Id,
  key: string,
  fallback: SettingValues[Id],
  parse: SettingKey<Id>['parse'],
): SettingKey<Id> {
  return { id, key, ...settingTexts[id], default: fallback, parse };
}

function comparable(key: string): string {
  return fold(key).replace(/[\s_-]/g, '');
}

function matching(text: string, pattern: RegExp): string | undefined {
  return pattern.test(text) ? text : undefined;
}

function upTo(length: number, text: string): string | undefined {
  return text.length <= length ? text : undefined;
}

/** `7`, `07:00`, `7.00` or `0700`, as `07:00`. */
function timeOfDay(text: string): string | undefined {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

function days(text: string): number | undefined {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= 366 ? value : undefined;
}

const minutesADay = 24 * 60;

function minutes(text: string): number | undefined {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= minutesADay ? value : undefined;
}
