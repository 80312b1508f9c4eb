/** The settings as data: what a user may set, under which Swedish name, and what each value may be. */
import { defaultDeskHours } from '../domain/deskHours.ts';
import { isMailAddress, isPhoneNumber } from '../domain/reach.ts';
import { fold } from '../domain/register.ts';
import { cleanLine, isBlank } from '../domain/text.ts';
import { settingTexts } from '../texts/settings.ts';
import { absolutePath } from './absolutePath.ts';

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
  /** The mail server's name or address; null: nothing is sent from here. */
  readonly mailHost: string | null;
  /** Null: the usual one for `mailSecurity`. */
  readonly mailPort: number | null;
  readonly mailSecurity: 'starttls' | 'tls' | 'okrypterat';
  /** A file of certificates that are trusted besides the system's own. */
  readonly mailCaFile: string | null;
  /** Null: the server wants no login. */
  readonly mailUser: string | null;
  /** Where the password or the access token is, and never what it is: `miljö:NAMN`, `fil:SÖKVÄG` or `kommando:…`. */
  readonly mailSecret: string | null;
  readonly mailLogin: 'lösenord' | 'oauth2';
  /** Whether mail may go unencrypted to another machine. */
  readonly mailPlainAllowed: 'ja' | 'nej';
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
  /** What was given in its place may be a secret, and is not to be shown. */
  readonly isDelicate: boolean;
  /** The value that a text means, or undefined when it is not allowed. The text is one clean line, not blank. */
  readonly parse: (text: string) => SettingValues[Id] | undefined;
  /** What is kept of a value that somebody types, where that is not the value itself. */
  readonly kept?: (value: string) => string;
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
  mailHost: define('mailHost', 'e-postserver-värd', null, (text) =>
    matching(text, /^[\p{L}\p{N}:][\p{L}\p{N}.:-]{0,252}$/u),
  ),
  mailPort: define('mailPort', 'e-postserver-port', null, port),
  mailSecurity: define(
    'mailSecurity',
    'e-postserver-säkerhet',
    'starttls',
    oneOf('starttls', 'tls', 'okrypterat'),
  ),
  mailCaFile: {
    ...define('mailCaFile', 'e-postserver-ca-fil', null, (text) => upTo(1000, text)),
    kept: absolutePath,
  },
  mailUser: define('mailUser', 'e-postserver-användare', null, (text) => upTo(254, text)),
  mailSecret: {
    ...define('mailSecret', 'e-postserver-hemlighet', null, secretSource),
    isDelicate: true,
    kept: (source) => source.replace(/^fil:(.*)/, (_, path: string) => `fil:${absolutePath(path)}`),
  },
  mailLogin: define('mailLogin', 'e-postserver-inloggning', 'lösenord', oneOf('lösenord', 'oauth2')),
  mailPlainAllowed: define('mailPlainAllowed', 'e-postserver-okrypterat-tillåtet', 'nej', oneOf('ja', 'nej')),
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
  return { id, key, ...settingTexts[id], default: fallback, isDelicate: false, parse };
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

function port(text: string): number | undefined {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= 65_535 ? value : undefined;
}

/** One of the words, in any case and also without å, ä and ö. */
function oneOf<Word extends string>(...words: readonly Word[]): (text: string) => Word | undefined {
  return (text) => words.find((word) => comparable(word) === comparable(text));
}

/** `miljö:TJOUR_LOSENORD`, `fil:/etc/tjour/losenord` or `kommando:pass show tjour`. */
function secretSource(text: string): string | undefined {
  const [, source = '', what = ''] = /^([^:]+):\s*(\S.*)$/.exec(text) ?? [];
  const known = oneOf('miljö', 'fil', 'kommando')(source);
  return known === undefined || text.length > 1000 ? undefined : `${known}:${what}`;
}

const minutesADay = 24 * 60;

function minutes(text: string): number | undefined {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= minutesADay ? value : undefined;
}
