/** From an incident to what leaves the desk: real templates, real files. */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { knownTo } from '../../src/cli/desk.ts';
import { composeMessage } from '../../src/cli/message/compose.ts';
import { messageEffects } from '../../src/cli/message/effects.ts';
import { composeReport, saveReport } from '../../src/cli/reports.ts';
import { factsOf } from '../../src/domain/answers.ts';
import { assess } from '../../src/domain/assess.ts';
import { defaultDeskHours } from '../../src/domain/deskHours.ts';
import { foldIncident } from '../../src/domain/incident.ts';
import { messageChoices } from '../../src/domain/messageRecipients.ts';
import { type MessageKind, messageKinds } from '../../src/domain/payloads.ts';
import type { Message } from '../../src/flow/message/message.ts';
import { type MessageState, startMessage } from '../../src/flow/message/state.ts';
import type { Effect } from '../../src/flow/message/turn.ts';
import { updateMessage } from '../../src/flow/message/update.ts';
import { createStore, type Store } from '../../src/flow/store.ts';
import { mailBody } from '../../src/mail/body.ts';
import { messageFileWords } from '../../src/mail/message.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import { carriedThrough, decidedFire, register } from '../domain/nightFire.ts';
import { decided, night, type Story } from '../domain/story.ts';

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'meddelanden-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

const templates = new URL('../../templates/', import.meta.url).pathname;
const template = async (file: string) => ({
  source: await readFile(join(templates, file), 'utf8'),
  problem: null,
});
const deskWith = (exerciseEmail: string | null) => ({
  dataFolder,
  settings: {
    ...defaultSettings,
    deskPhone: '031-390 06 10',
    deskEmail: 'jouren@goteborg.example',
    exerciseEmail,
  },
  contacts: register,
});

interface Desk {
  readonly store: Store<MessageState, Message>;
  readonly written: string[];
  /** Waits until the screen's message has come, or what was asked for has been made. */
  readonly settled: () => Promise<void>;
}

function open(
  story: Story,
  action: string | null,
  exerciseEmail: string | null = null,
  term = 'xterm',
): Desk {
  const written: string[] = [];
  let ids = 0;
  const tools = {
    desk: deskWith(exerciseEmail),
    terminal: { env: { TERM: term }, stdout: { write: (text: string) => written.push(text) } },
    template: (kind: MessageKind) => template(`meddelanden/${messageFileWords[kind]}.txt`),
    now: () => night('03:10'),
    newId: () => `id-${++ids}`,
    chainHash: () => null,
    journal: () => {
      throw new Error('nothing is sent');
    },
    operator: () => 'jl',
    sendSoon: () => undefined,
    kept: () => null,
    edit: async () => ({ kind: 'not-edited', why: 'not-started' }) as const,
    append: () => undefined,
    back: () => undefined,
    exit: () => undefined,
  };
  const store = createStore<MessageState, Message, Effect>({
    initial: startMessage(
      {
        editor: null,
        sends: false,
        reportTo: null,
        program: 'tjour',
        operator: 'jl',
        contacts: register,
        known: knownTo(deskWith(exerciseEmail)),
        deskPhone: null,
        draftsFolder: join(dataFolder, 'utkast'),
      },
      story.incident,
      night('03:10'),
      action,
    ),
    update: updateMessage,
    moment: () => ({ now: night('03:10'), newId: tools.newId }),
    perform: messageEffects(tools).perform,
  });
  const isBusy = () => {
    const { page } = store.state();
    return page.step === 'composing' || (page.step === 'reading' && page.making);
  };
  const settled = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const stop = store.subscribe(() => {
      if (!isBusy()) resolve();
    });
    if (!isBusy()) resolve();
    return promise.finally(stop);
  };
  store.send({ kind: 'opened' });
  return { store, written, settled };
}

const press = ({ store }: Desk, text: string) => store.send({ kind: 'key', key: { kind: 'text', text } });
const drafts = () => readdir(join(dataFolder, 'utkast'));
const mail = async (file: string) => PostalMime.parse(await readFile(join(dataFolder, 'utkast', file)));

describe('a message', () => {
  test('is saved as a draft to whom it concerns, under a number of its own each time', async () => {
    const desk = open(decidedFire(), 'inform-unit-manager:Hemtjänst Bergsjön');
    await desk.settled();
    press(desk, 's');
    await desk.settled();
    press(desk, 's');
    await desk.settled();
    expect((await drafts()).toSorted()).toEqual([
      'A-2026-0001-enhetschef-1.eml',
      'A-2026-0001-enhetschef-2.eml',
    ]);
    const { to, subject, text, messageId } = await mail('A-2026-0001-enhetschef-1.eml');
    expect(to).toMatchObject([{ name: 'Cia Holm', address: 'cia.holm@goteborg.example' }]);
    expect(subject).toBe('[INFO] Brand i tvättstuga på äldreboende – A-2026-0001');
    const [first] = desk.store.state().incident.messages;
    expect(first).toMatchObject({ file: 'A-2026-0001-enhetschef-1.eml', messageId });
    expect(text?.replaceAll('\r\n', '\n').trimEnd()).toBe(first?.body.trimEnd());
  });

  test('never takes the name of a file that lies there, also one that the journal does not know', async () => {
    const saveOnce = async () => {
      const desk = open(decidedFire(), 'inform-duty-officer');
      await desk.settled();
      press(desk, 's');
      await desk.settled();
    };
    await saveOnce();
    await saveOnce();
    expect(await drafts()).toHaveLength(2);
  });

  test('is copied whole, with every paragraph on one line', async () => {
    const desk = open(carriedThrough(), 'inform-duty-officer');
    await desk.settled();
    press(desk, 'k');
    await desk.settled();
    const [, base64 = ''] = /^\x1b\]52;c;(.*)\x07$/.exec(desk.written.join('')) ?? [];
    const text = Buffer.from(base64, 'base64').toString();
    expect(text).toContain(
      '\nHör av dig till oss om du får nya uppgifter, eller om något nedan inte stämmer.\n',
    );
    expect(desk.store.state().incident.messages).toMatchObject([{ how: 'copied', body: text, file: null }]);
  });

  test('that is the report leaves as it was saved, with every paragraph on one line', async () => {
    const whole = 'Det brinner i tvättstugan på bottenvåningen, och två avdelningar utryms till matsalen.';
    const body = mailBody(whole, false);
    const story = decidedFire();
    const saved = { file: 'A-2026-0001-1.eml', subject: 'Brand', messageId: '<1@x>', to: null, body };
    story.tell('02:55', 'draft-saved', saved);
    const desk = open(story, 'mail-director');
    press(desk, 'k');
    const [, base64 = ''] = /^\x1b\]52;c;(.*)\x07$/.exec(desk.written.join('')) ?? [];
    expect(Buffer.from(base64, 'base64').toString()).toBe(`${whole}\n`);
    expect(desk.store.state().notice).toEqual({ kind: 'report-copied' });
    expect(desk.store.state().incident.messages).toEqual([]);
  });

  test('where nothing can be copied is not said to have been', async () => {
    const desk = open(decidedFire(), 'inform-duty-officer', null, 'dumb');
    await desk.settled();
    press(desk, 'k');
    await desk.settled();
    expect(desk.store.state().notice).toEqual({ kind: 'not-copied' });
    expect(desk.store.state().incident.messages).toEqual([]);
  });

  test('to the crisis group goes to all of it', async () => {
    const desk = open(carriedThrough(), null);
    desk.store.send({ kind: 'key', key: { kind: 'text', text: '4' } });
    await desk.settled();
    press(desk, 's');
    await desk.settled();
    expect((await mail('A-2026-0001-krisledningsgrupp-1.eml')).to).toHaveLength(2);
  });

  test('to the director promises the next report, but a final report does not', async () => {
    const promised = async (digit: string) => {
      const desk = open(carriedThrough(), null);
      press(desk, digit);
      await desk.settled();
      const { page } = desk.store.state();
      return page.step === 'reading' ? page.message.nextReportAt : undefined;
    };
    expect(await promised('5')).toBe(night('04:10'));
    expect(await promised('6')).toBeNull();
    // Not even when a template asks for it.
    const { incident } = carriedThrough();
    const final = messageChoices(incident, register).at(-1);
    if (final?.kind !== 'director-final') throw new Error('no final report');
    const asking = { source: '{{nummer}} {{handelse}} {{krisledning}} [{{nastaRapport}}]', problem: null };
    const at = { now: night('03:10'), chainHash: null };
    expect(composeMessage(final, incident, deskWith(null), asking, at).text).toMatch(/\[\]$/);
  });
});

describe('in an exercise', () => {
  test.each(messageKinds)(
    '%s goes to the exercise address alone, or to nobody, and is marked all over',
    async (kind) => {
      for (const exerciseEmail of ['ovning@goteborg.example', null]) {
        const desk = open(carriedThrough({ exercise: true }), null, exerciseEmail);
        const index = desk.store.state().choices.findIndex((choice) => choice.kind === kind);
        press(desk, String(index + 1));
        await desk.settled();
        press(desk, 's');
        await desk.settled();
        const file = desk.store.state().incident.messages.at(-1)?.file ?? '';
        expect(file).toMatch(/^OVNING-/);
        const { to, cc, bcc, subject, text } = await mail(file);
        expect([to ?? [], cc ?? [], bcc ?? []].flat().map(({ address }) => address)).toEqual(
          exerciseEmail === null ? [] : [exerciseEmail],
        );
        expect(subject).toMatch(/^ÖVNING – /);
        expect(text?.trim()).toMatch(/^ÖVNING(.|\n)*\nÖVNING.*$/);
      }
    },
  );

  test.each(['ovning@goteborg.example', null])(
    'the report that the call saves goes to %s',
    async (exerciseEmail) => {
      const { draft, saved } = await reported(carriedThrough({ exercise: true }), exerciseEmail);
      expect([draft.to, saved.to]).toEqual([exerciseEmail, exerciseEmail]);
      expect((await mail(saved.file)).to?.map(({ address }) => address) ?? []).toEqual(
        exerciseEmail === null ? [] : [exerciseEmail],
      );
    },
  );
});

async function reported(story: Story, exerciseEmail: string | null) {
  const folded = foldIncident(story.entries);
  if (!folded) throw new Error('no incident');
  const facts = factsOf(folded);
  const recommendation = { ...assess(facts, folded.receivedAt, defaultDeskHours), facts, entry: '' };
  const incident = { ...folded, recommendation };
  const desk = deskWith(exerciseEmail);
  const report = await template('rapport-direktor.txt');
  const draft = composeReport(incident, desk, report, { now: night('03:10'), chainHash: null });
  return {
    draft,
    saved: await saveReport({ ...draft, first: null }, incident, desk, { now: night('03:10'), id: 'id' }),
  };
}

describe('the report that the call saves', () => {
  test('says who has been told, and promises the next one when it is not ordinary', async () => {
    const { draft, saved } = await reported(carriedThrough(), 'ovning@goteborg.example');
    expect(draft.text).toContain('Bo Al, enhetschef Hemtjänst Kortedala, 03:04, har kvitterat');
    expect(draft.text).toContain('kl. 04:10 lördag 21 november 2026.');
    expect(saved).toMatchObject({ to: 'asa.ohrn@goteborg.example', nextReportAt: night('04:10') });
  });

  test('on an ordinary incident promises none', async () => {
    const { draft, saved } = await reported(decided('ordinary'), null);
    expect(draft.text).toContain('Ingen tid är bestämd. Vi hör av oss när läget ändras.');
    expect([draft.nextReportAt, saved.nextReportAt]).toEqual([null, null]);
  });
});
