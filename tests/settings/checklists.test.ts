import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { crisisChecklists, readChecklists } from '../../src/settings/checklists.ts';
import { checklistFileProblemText } from '../../src/texts/checklists.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const builtIn = join(import.meta.dirname, '../../templates/checklistor');

async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(folder);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

describe('the lists that come with the program say what the source does', () => {
  test('and nothing is wrong with them', async () => {
    const { checklists, problems } = await readChecklists({ own: await temporaryFolder(), builtIn });
    expect(problems).toEqual([]);
    expect(checklists.map(({ id }) => id)).toEqual(crisisChecklists);
  });

  test('vilka ska informeras', async () => {
    const [list] = (await readChecklists({ own: await temporaryFolder(), builtIn })).checklists;
    expect(list).toEqual({
      id: 'vilka-ska-informeras',
      title: 'Vilka ska informeras?',
      explanation:
        'Vid en krissituation ska ställningstagande tas till om följande aktörer behöver informeras med utgångspunkt i patientsäkerhet.',
      sections: [
        {
          title: 'Aktörer',
          points: [
            'Bred information genom kommunens kommunikationsenhet ex genom Facebook, lokala tidningar, radio, intranät och mail',
            'Övriga förvaltningar i kommunen samt stödfunktioner som IT-kontoret',
            'Specifik information till patienter ex extra sköra',
            'Region, för exempelvis information på deras intranät och dialog med specifika chefer eller enheter',
            'Vårdgrannar ex lokal vårdcentral, upphandlade enheter lokalt, grannkommuner',
          ].map((text) => ({ text, isQuestion: false })),
        },
        {
          title: 'Frågor',
          points: [
            {
              text: 'Vad får våra problem för konsekvenser för andra, till exempel hemgångar?',
              isQuestion: true,
            },
          ],
        },
      ],
    });
  });

  test('resurser', async () => {
    const list = (await readChecklists({ own: await temporaryFolder(), builtIn })).checklists[1];
    expect(list?.title).toBe('Vilka resurser kan mobiliseras?');
    expect(list?.explanation).toContain('Fatta beslut med patienten i fokus');
    expect(list?.sections).toEqual([
      {
        title: null,
        points: [
          'Mobilisera resurser genom samverkan med andra kommuner',
          'Lokal vårdcentral',
          'Övriga hälso- och sjukvårdsorganisationer i kommunen, privata utförare',
          'Pensionerad hälso- och sjukvårdspersonal',
          'Hälso- och sjukvårdspersonal som har semester och annan ledighet',
          'Bemanningsföretag',
          'Avlastning genom att lyfta ut enskilda undersköterskor',
          'Annonsering',
          'Hälso- och sjukvårdspersonal i grannkommuner, i första hand de som vi har ett nära samarbete med inom andra områden bland annat IT',
          'Hälso- och sjukvårdspersonal i övriga förvaltningar som skolan',
        ].map((text) => ({ text, isQuestion: false })),
      },
    ]);
  });
});

test("one's own file replaces the program's, and further ones come after by name", async () => {
  const own = await folderWith({
    'Resurser.md': '# Våra resurser\r\n- Ett',
    'översvämning.md': '\ufeff# Översvämning\n- Pumpar',
    'a\u0308lvar.md': '# Älvar\n- Båtar',
    'avbrott.MD': '# Avbrott\n- Lampor',
    'anteckningar.txt': 'inget',
    '._resurser.md': 'inget',
  });
  await mkdir(join(own, 'mapp'));
  const { checklists, problems } = await readChecklists({ own, builtIn });
  expect(problems).toEqual([]);
  expect(checklists.map(({ id, title }) => [id, title])).toEqual([
    ['vilka-ska-informeras', 'Vilka ska informeras?'],
    ['resurser', 'Våra resurser'],
    ['avbrott', 'Avbrott'],
    ['älvar', 'Älvar'],
    ['översvämning', 'Översvämning'],
  ]);
});

test('a file that cannot be used is told of, and what comes with the program is used', async () => {
  const own = await folderWith({
    'resurser.md': '# A\n- B\nC',
    'latin.md': Uint8Array.from([...Buffer.from('# A\n- '), 0xe5]),
    'stor.md': `# A\n- B\n<!--${'x'.repeat(64 * 1024)}-->`,
    'hel.md': '# Hel\n- B',
  });
  await mkdir(join(own, 'mapp.md'));
  const { checklists, problems } = await readChecklists({ own, builtIn });
  expect(checklists.map(({ id, title }) => [id, title])).toEqual([
    ['vilka-ska-informeras', 'Vilka ska informeras?'],
    ['resurser', 'Vilka resurser kan mobiliseras?'],
    ['hel', 'Hel'],
  ]);
  expect(problems).toEqual([
    { kind: 'not-utf-8', path: join(own, 'latin.md'), builtInUsed: false },
    { kind: 'unreadable', code: 'EISDIR', path: join(own, 'mapp.md'), builtInUsed: false },
    {
      kind: 'invalid',
      problems: [{ kind: 'unknown', row: 3 }],
      path: join(own, 'resurser.md'),
      builtInUsed: true,
    },
    { kind: 'too-large', path: join(own, 'stor.md'), builtInUsed: false },
  ]);
  expect(problems.map(checklistFileProblemText)[2]).toBe(
    `Checklistan ${join(own, 'resurser.md')} går inte att använda. Listan som följer med används i stället. Rad 3: raden är varken rubrik eller punkt. Börja en punkt med ”- ” och en rubrik med ”## ”.`,
  );
});

test.skipIf(process.platform === 'win32')('a pipe is not waited for', async () => {
  const own = await folderWith({});
  execFileSync('mkfifo', [join(own, 'resurser.md')]);
  const { checklists, problems } = await readChecklists({ own, builtIn });
  expect(checklists).toHaveLength(2);
  expect(problems).toMatchObject([{ kind: 'unreadable', builtInUsed: true }]);
});

test('a folder that is no folder stops nothing, and neither does a program without its own lists', async () => {
  const file = join(await folderWith({ checklistor: 'x', 'a.md': '# A\n- B' }), 'checklistor');
  const read = await readChecklists({ own: file, builtIn });
  expect(read.checklists).toHaveLength(2);
  expect(read.problems).toEqual([
    { kind: 'unreadable-folder', code: 'ENOTDIR', path: file, builtInUsed: true },
  ]);
  expect(read.problems.map(checklistFileProblemText)).toEqual([
    `Mappen med egna checklistor, ${file}, går inte att läsa (ENOTDIR). Listorna som följer med används.`,
  ]);
  expect(await readChecklists({ own: file, builtIn: file })).toMatchObject({ checklists: [] });
});
