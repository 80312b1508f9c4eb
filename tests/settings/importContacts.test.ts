import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Contact } from '../../src/domain/register.ts';
import { SettingsError } from '../../src/settings/errors.ts';
import { importContacts, writeContacts } from '../../src/settings/importContacts.ts';
import { readContacts } from '../../src/settings/register.ts';
import { contactText, importText, missingRolesText } from '../../src/texts/contacts.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const fileName = 'kontakter.json';
const csv = (...rows: string[]) =>
  new TextEncoder().encode(['roll;namn;enhet;telefon', ...rows, ''].join('\r\n'));
const asa = 'förvaltningsdirektör;Åsa;;031-390 06 12';
const bo = 'enhetschef;Bo;Hemtjänst;031-390 06 13';
const names = (contacts: readonly Contact[]) => contacts.map(({ name }) => name);

describe('importing contacts', () => {
  test('none until there is a register', async () => {
    expect(await readContacts(await temporaryFolder())).toEqual([]);
  });

  test('the file is the register, in its order; 0700 and 0600; nothing else is left', async () => {
    const folder = await temporaryFolder();
    const result = await importContacts(folder, csv(bo, asa));
    expect(result).toMatchObject({ changed: [], removed: [], unchanged: [], saved: true });
    expect(names(result.added)).toEqual(['Bo', 'Åsa']);
    expect(await readContacts(folder)).toEqual(result.added);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, fileName))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual([fileName]);
  });

  test('the same file twice changes nothing: the very same file lies there', async () => {
    const folder = await temporaryFolder();
    await importContacts(folder, csv(bo, asa));
    const before = await stat(join(folder, fileName), { bigint: true });
    const result = await importContacts(folder, csv(bo, asa));
    expect(result).toMatchObject({ added: [], changed: [], removed: [], saved: false });
    expect(names(result.unchanged)).toEqual(['Bo', 'Åsa']);
    const after = await stat(join(folder, fileName), { bigint: true });
    expect([after.mtimeNs, after.ino]).toEqual([before.mtimeNs, before.ino]);
  });

  test('what is new, changed, removed and unchanged, and in words', async () => {
    const folder = await temporaryFolder();
    await importContacts(folder, csv(asa, bo, 'TIB;;;112', 'TIB;;;112', 'övrig;Eva;;112'));
    const result = await importContacts(
      folder,
      csv('TIB;;;112', bo.replace('13', '14'), asa, 'övrig;Eva;X;112'),
    );
    expect(names(result.added)).toEqual(['Eva']);
    expect(names(result.changed)).toEqual(['Bo']);
    expect(result.changed[0]?.phone).toBe('031-390 06 14');
    expect(result.removed.map(contactText)).toEqual(['TIB', 'Eva, övrig']);
    expect(result.unchanged.map(contactText)).toEqual(['TIB', 'Åsa, förvaltningsdirektör']);
    expect(importText(result)).toBe(
      [
        'Kontaktregistret är sparat.',
        'Nya (1): Eva, övrig',
        'Ändrade (1): Bo, enhetschef Hemtjänst',
        'Borttagna (2): TIB; Eva, övrig',
        'Oförändrade: 2',
      ].join('\n'),
    );
  });

  test('another order of rows is saved, another order of columns is not a change', async () => {
    const folder = await temporaryFolder();
    const columns = (text: string) => new TextEncoder().encode(text);
    await importContacts(folder, columns('roll;namn;x;y\nTIB;A;1;2\nTIB;B;1;2'));
    const moved = await importContacts(folder, columns('roll;namn;y;x\nTIB;A;2;1\nTIB;B;2;1'));
    expect(moved).toMatchObject({ saved: false, changed: [] });
    expect(await importContacts(folder, columns('roll;namn;x;y\nTIB;B;1;2\nTIB;A;1;2'))).toMatchObject({
      saved: true,
    });
    expect(names(await readContacts(folder))).toEqual(['B', 'A']);
  });

  test('one bad row, and the register is as it was', async () => {
    const folder = await temporaryFolder();
    await importContacts(folder, csv(asa));
    const before = await readFile(join(folder, fileName), 'utf8');
    for (const bytes of [csv(asa, 'chef;Bo;;112'), csv(), new Uint8Array()]) {
      const error: unknown = await importContacts(folder, bytes).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(SettingsError);
      expect(error).toMatchObject({ problem: { kind: 'bad-contacts' } });
    }
    expect(await readFile(join(folder, fileName), 'utf8')).toBe(before);
  });

  test.each(['', '{', '[]', '{"version":2,"contacts":[]}', '{"version":1,"contacts":[{"role":"boss"}]}'])(
    'a corrupt register, %j, is named and never overwritten',
    async (text) => {
      const folder = await temporaryFolder();
      await mkdir(folder);
      await writeFile(join(folder, fileName), text);
      const path = join(folder, fileName);
      const problem = { kind: 'corrupt-file', file: 'contacts', path };
      await expect(readContacts(folder)).rejects.toMatchObject({
        problem,
        message: expect.stringContaining(path),
      });
      await expect(importContacts(folder, csv(asa))).rejects.toMatchObject({ problem });
      expect(await readFile(path, 'utf8')).toBe(text);
      expect(await readdir(folder)).toEqual([fileName]);
    },
  );

  test('a register that cannot be saved says so', async () => {
    const folder = await temporaryFolder();
    await writeFile(folder, 'en fil där mappen skulle vara');
    await expect(importContacts(folder, csv(asa))).rejects.toBeInstanceOf(SettingsError);
    expect(await readFile(folder, 'utf8')).toBe('en fil där mappen skulle vara');
  });

  test('a write that fails at its last step leaves no temporary file', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, fileName), { recursive: true });
    await expect(writeContacts(folder, [])).rejects.toMatchObject({ problem: { kind: 'not-saved' } });
    expect(await readdir(folder)).toEqual([fileName]);
  });
});

test('who is missing, in words', () => {
  expect(missingRolesText([])).toBeNull();
  expect(missingRolesText([['director'], ['deskManager', 'qualityManager']])).toBe(
    'Kontaktregistret saknar telefonnummer till: förvaltningsdirektör; enhetschef trygghetsjouren eller avdelningschef kvalitet och utveckling.',
  );
});
