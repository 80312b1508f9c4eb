import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SettingsError, type SettingsProblem } from '../../src/settings/errors.ts';
import { dataFolder, settingsFolder } from '../../src/settings/folders.ts';
import { findSetting, parseSetting, settingKeys } from '../../src/settings/settingKeys.ts';
import { readSettings, settingText, writeSetting } from '../../src/settings/settings.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const fileName = 'installningar.json';

async function folderWith(text: string): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(folder);
  await writeFile(join(folder, fileName), text);
  return folder;
}

async function problemOf(promise: Promise<unknown>): Promise<SettingsProblem> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SettingsError)) throw new Error(`no SettingsError: ${String(error)}`);
  return error.problem;
}

const defaults = {
  station: 'A',
  deskName: 'Trygghetsjouren',
  deskPhone: null,
  deskEmail: null,
  operator: null,
  hours: { morning: '07:00', officeStart: '07:00', officeEnd: '17:00' },
  consultMinutes: 15,
  nextReportMinutes: 60,
  reminderMinutes: 10,
  retryMinutes: 5,
  exerciseEmail: null,
  phoneTestDays: 7,
  mailHost: null,
  mailPort: null,
  mailSecurity: 'starttls',
  mailCaFile: null,
  mailUser: null,
  mailSecret: null,
  mailLogin: 'lösenord',
  mailPlainAllowed: 'nej',
};

describe('folders', () => {
  test('the environment decides, otherwise the platform', () => {
    expect(settingsFolder({ TJOUR_CONFIG: '/a/b' })).toBe('/a/b');
    expect(dataFolder({ TJOUR_DATA: '/a/c' })).toBe('/a/c');
    expect(settingsFolder({ TJOUR_CONFIG: '' })).toMatch(/tjour/);
    expect(settingsFolder({})).not.toMatch(/nodejs/);
    expect(dataFolder({})).not.toBe(settingsFolder({}));
  });
});

describe('reading', () => {
  test('without a file the defaults, and nothing is made', async () => {
    const folder = await temporaryFolder();
    expect(await readSettings(folder)).toEqual(defaults);
    await expect(stat(folder)).rejects.toThrow('ENOENT');
  });

  test('reading loads no conf, with a file or without', async () => {
    const folder = await folderWith('{"station":"B"}');
    const source = new URL('../../src/settings/settings.ts', import.meta.url).href;
    const script = `import { registerHooks } from 'node:module';
      registerHooks({ resolve(name, context, next) {
        if (name === 'conf') throw new Error('conf was loaded');
        return next(name, context);
      } });
      const { readSettings, writeSetting } = await import(${JSON.stringify(source)});
      console.log((await readSettings(${JSON.stringify(folder)})).station);
      await writeSetting(${JSON.stringify(folder)}, 'station', 'C').catch(({ cause }) => console.log(cause.message));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect({ stdout, stderr }).toEqual({ stdout: 'B\nconf was loaded\n', stderr: '' });
  });

  test('the values of the file: any spelling of a key, text or numbers, a byte order mark', async () => {
    const folder = await folderWith(
      `\uFEFF${JSON.stringify({
        STATION: 'b',
        ['operatör'.normalize('NFD')]: 'jl',
        'kontorstid-fran': '8.30',
        'samråd-minuter': 10,
        'nästa-rapport-minuter': '30',
        'jourens-telefon': null,
      })}`,
    );
    const settings = await readSettings(folder);
    expect(settings).toEqual({
      ...defaults,
      station: 'B',
      operator: 'jl',
      hours: { ...defaults.hours, officeStart: '08:30' },
      consultMinutes: 10,
      nextReportMinutes: 30,
    });
    expect(settingText(settings, 'officeStart')).toBe('08:30');
    expect(settingText(settings, 'consultMinutes')).toBe('10');
    expect(settingText(settings, 'deskPhone')).toBe('');
  });

  test.each(['', '{', '[]', '"A"', 'null', '{"station":"B"'])(
    'a corrupt file, %j, is named and kept',
    async (text) => {
      const folder = await folderWith(text);
      const path = join(folder, fileName);
      const problem = { kind: 'corrupt-file', file: 'settings', path };
      expect(await problemOf(readSettings(folder))).toEqual(problem);
      expect(await problemOf(writeSetting(folder, 'station', 'C'))).toEqual(problem);
      expect(await readFile(path, 'utf8')).toBe(text);
      expect(new SettingsError({ kind: 'corrupt-file', file: 'settings', path }).message).toContain(path);
    },
  );

  test('a file that cannot be read', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, fileName), { recursive: true });
    expect(await problemOf(readSettings(folder))).toMatchObject({ kind: 'unreadable-file', code: 'EISDIR' });
  });

  test.each([
    [{ station: 'AB' }, 'station'],
    [{ 'samråd-minuter': 0 }, 'samråd-minuter'],
    [{ morgon: '25:00' }, 'morgon'],
    [{ operator: ' ' }, 'operatör'],
    [{ 'jourens-namn': { a: 1 } }, 'jourens-namn'],
    [{ 'jourens-e-post': 'inte en adress' }, 'jourens-e-post'],
  ])('a wrong value in the file, %j, is an error that names the key and the file', async (file, key) => {
    const folder = await folderWith(JSON.stringify(file));
    const problem = await problemOf(readSettings(folder));
    expect(problem).toMatchObject({ kind: 'wrong-value', key, path: join(folder, fileName) });
  });

  test('a setting under two spellings', async () => {
    const folder = await folderWith('{"operator":"a","operatör":"b"}');
    expect(await problemOf(readSettings(folder))).toMatchObject({ kind: 'repeated-key', key: 'operatör' });
    expect((await writeSetting(folder, 'operatör', 'c')).operator).toBe('c');
  });

  test('an office that closes before it opens', async () => {
    const folder = await folderWith('{"kontorstid-från":"17:00"}');
    expect(await problemOf(readSettings(folder))).toMatchObject({ kind: 'office-hours-order' });
  });
});

describe('writing', () => {
  test('what was written is read; the folder is 0700 and the file 0600; nothing else is left', async () => {
    const folder = await temporaryFolder();
    const written = await writeSetting(folder, 'OPERATOR', ' jl\u001b[31m ');
    expect(written).toEqual({ ...defaults, operator: 'jl' });
    expect(await readSettings(folder)).toEqual(written);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, fileName))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual([fileName]);
  });

  test('a key that this program does not know is kept', async () => {
    const folder = await folderWith('{"framtid":{"a.b":[1]},"station":"B"}');
    await writeSetting(folder, 'samrad-minuter', '20');
    const text = await readFile(join(folder, fileName), 'utf8');
    expect(JSON.parse(text)).toEqual({ framtid: { 'a.b': [1] }, station: 'B', 'samråd-minuter': 20 });
  });

  test('a blank value takes a setting back to its default', async () => {
    const folder = await folderWith('{"station":"B","morgon":"06:00"}');
    expect(await writeSetting(folder, 'station', '')).toMatchObject({ station: 'A' });
    expect(JSON.parse(await readFile(join(folder, fileName), 'utf8'))).toEqual({ morgon: '06:00' });
  });

  test('an unknown key, a wrong value or hours out of order are refused and nothing is written', async () => {
    const folder = await temporaryFolder();
    expect(await problemOf(writeSetting(folder, 'färg', 'röd'))).toMatchObject({
      kind: 'unknown-key',
      key: 'färg',
    });
    expect(await problemOf(writeSetting(folder, 'station', 'ÅÅ'))).toMatchObject({
      kind: 'wrong-value',
      key: 'station',
      path: null,
    });
    expect(await problemOf(writeSetting(folder, 'kontorstid-till', '06:00'))).toEqual({
      kind: 'office-hours-order',
      officeStart: '07:00',
      officeEnd: '06:00',
      path: null,
    });
    await expect(stat(folder)).rejects.toThrow('ENOENT');
  });

  test('where the password is may be set, and a password in its place is shown to nobody', async () => {
    const folder = await temporaryFolder();
    for (const text of ['hunter2', 'lösenord:hunter2', 'fil:', ':hunter2']) {
      const problem = await problemOf(writeSetting(folder, 'e-postserver-hemlighet', text));
      expect(problem).toMatchObject({ kind: 'wrong-value', value: null });
      expect(new SettingsError(problem).message).not.toContain('hunter2');
    }
    const stored = await folderWith('{"e-postserver-hemlighet":"hunter2"}');
    await expect(readSettings(stored)).rejects.not.toThrow('hunter2');
  });

  test('a file is kept by its whole path, so that it is the same wherever the program is started', async () => {
    const folder = await temporaryFolder();
    await writeSetting(folder, 'e-postserver-ca-fil', 'ca.pem');
    const { mailCaFile, mailSecret } = await writeSetting(folder, 'e-postserver-hemlighet', 'fil:~/pw');
    expect([mailCaFile, mailSecret]).toEqual([resolve('ca.pem'), `fil:${join(homedir(), 'pw')}`]);
    const command = 'kommando:cat ~/pw';
    expect(await writeSetting(folder, 'e-postserver-hemlighet', command)).toMatchObject({
      mailSecret: command,
    });
  });

  test('a folder that cannot be made', async () => {
    const file = join(await folderWith('{}'), fileName);
    const problem = await problemOf(writeSetting(join(file, 'under'), 'station', 'B'));
    expect(problem).toMatchObject({ code: 'ENOTDIR' });
  });
});

describe('the keys', () => {
  test('each is found by its name without å, ä, ö, decomposed and in capitals, and only it', () => {
    for (const setting of settingKeys) {
      const plain = setting.key.normalize('NFD').replace(/\p{M}/gu, '');
      const spellings = [setting.key, setting.key.normalize('NFD'), plain, plain.toUpperCase()];
      for (const spelling of [...spellings, plain.replaceAll('-', ' ')]) {
        expect(findSetting(spelling)).toBe(setting);
      }
    }
    expect(findSetting('constructor')).toBeUndefined();
    expect(findSetting('')).toBeUndefined();
  });

  test('each default is a value that is allowed, and each says what it is', () => {
    for (const setting of settingKeys) {
      if (setting.default !== null) {
        expect(parseSetting(setting, String(setting.default))).toBe(setting.default);
      }
      expect(setting.description).not.toBe('');
      expect(setting.allowed).not.toBe('');
    }
  });

  test.each([
    ['morgon', '6', '06:00'],
    ['morgon', '0630', '06:30'],
    ['morgon', '630', '06:30'],
    ['morgon', '23.59', '23:59'],
    ['morgon', '24:00', undefined],
    ['morgon', '07:60', undefined],
    ['samråd-minuter', '1440', 1440],
    ['samråd-minuter', '1441', undefined],
    ['samråd-minuter', '15 min', undefined],
    ['station', 'ö', undefined],
    ['jourens-telefon', '+46 31-390 06 12', '+46 31-390 06 12'],
    ['jourens-telefon', 'ring växeln', undefined],
    ['jourens-e-post', 'jouren@göteborg.se', 'jouren@göteborg.se'],
    ['jourens-e-post', 'jouren@localhost', undefined],
    ['operatör', 'x'.repeat(41), undefined],
    ['e-postserver-värd', 'relay.göteborg.se', 'relay.göteborg.se'],
    ['e-postserver-värd', 'http://relay/', undefined],
    ['e-postserver-port', '65536', undefined],
    ['e-postserver-säkerhet', 'STARTTLS', 'starttls'],
    ['e-postserver-inloggning', 'losenord', 'lösenord'],
    ['e-postserver-hemlighet', 'Miljo: X', 'miljö:X'],
    ['e-postserver-hemlighet', 'kommando:pass show a:b', 'kommando:pass show a:b'],
  ])('%s %j means %j', (key, text, value) => {
    const setting = findSetting(key);
    expect(setting && parseSetting(setting, text)).toBe(value);
  });
});
