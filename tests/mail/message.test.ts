import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { messageContent } from '../../src/domain/message.ts';
import { messageFields } from '../../src/domain/messageFields.ts';
import { messageChoices } from '../../src/domain/messageRecipients.ts';
import { type MessageKind, messageKinds } from '../../src/domain/payloads.ts';
import { mailBody } from '../../src/mail/body.ts';
import { messageFileName, messageFileWords, renderMessage } from '../../src/mail/message.ts';
import { checkTemplate } from '../../src/mail/template.ts';
import { carriedThrough, register } from '../domain/nightFire.ts';
import { answerWhat, night } from '../domain/story.ts';
import { loadTemplate } from './loadTemplate.ts';

const pathOf = (kind: MessageKind) =>
  new URL(`../../templates/meddelanden/${messageFileWords[kind]}.txt`, import.meta.url).pathname;
const sourceOf = (kind: MessageKind) => readFileSync(pathOf(kind), 'utf8');

function text(kind: MessageKind, story = carriedThrough(), promised: string | null = null): string {
  const { incident } = story;
  const choice = messageChoices(incident, register).find((each) => each.kind === kind);
  if (!choice) throw new Error(`no ${kind}`);
  const fields = messageContent({
    incident,
    choice,
    now: night('03:10'),
    desk: { name: 'Trygghetsjouren', phone: '031-390 06 10', email: 'jouren@goteborg.example' },
    director: null,
    understoodWhen: null,
    nextReportAt: promised,
    chainHash: null,
  });
  return renderMessage(sourceOf(kind), kind, fields);
}

describe.each(messageKinds)('the template of %s', (kind) => {
  test('can be used, and names every field in its own explanation', async () => {
    const source = await loadTemplate(pathOf(kind), messageFields[kind]);
    const explanation = source.slice(0, source.indexOf('}}'));
    for (const name of Object.keys(messageFields[kind]))
      expect(explanation).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test('leads with what happened, says what to do, when more comes and how the desk is reached, and the number', () => {
    const message = text(kind);
    expect(message.split('\n').slice(0, 2).join()).toContain('Brand i tvättstuga på äldreboende.');
    const places = [
      'DET HÄR BEHÖVER DU GÖRA',
      /\nNÄSTA (BESKED|RAPPORT)\n/,
      '\nNÅ OSS\n',
      '031-390 06 10',
      'A-2026-0001',
    ];
    const found = places.map((part) => message.search(part));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(message).not.toMatch(/\n{3}|^\n|\n$|\{\{/);
    for (const line of mailBody(message, false).split('\n')) expect(line.length).toBeLessThanOrEqual(72);
  });

  test('is refused without the number, or with a field that does not exist', () => {
    const faults = checkTemplate(sourceOf(kind).replaceAll('{{nummer}}', '{{numer}}'), messageFields[kind]);
    expect(faults).toContainEqual(expect.objectContaining({ kind: 'unknown-field', field: 'numer' }));
    expect(faults).toContainEqual({ kind: 'required-missing', field: 'nummer' });
  });

  test('takes whatever was said as text', () => {
    const story = carriedThrough();
    answerWhat(story, '03:09', 'Larm {{nummer}} \x1b[2J\u202e{{#ovning}}\r\nBcc: x@y.se');
    const message = text(kind, story);
    expect(message).toContain('{{nummer}}');
    expect(message).not.toMatch(/[\x1b\u202e\r]/);
  });
});

test('the call to the crisis group says what is still to be filled in, and who decided', () => {
  expect(text('crisis-group')).toContain('[fyll i tid], [fyll i plats');
  expect(text('crisis-group')).toContain('Krisledning är aktiverad. Beslut av Åsa Öhrn kl. 02:58');
});

test('an update promises the next report as it is to be kept; the final report none', () => {
  const promised = 'kl. 04:10 lördag 21 november 2026';
  expect(text('director-update', undefined, night('04:10'))).toContain(`${promised}.`);
  expect(text('director-update')).toContain('Ingen tid är bestämd.');
  expect(text('director-final', undefined, night('04:10'))).not.toContain(promised);
});

test('an exercise is marked first and last, on a file’s name too', () => {
  const body = mailBody(text('feedback', carriedThrough({ exercise: true })), true);
  expect(body).toMatch(/^ÖVNING(.|\n)*\nÖVNING.*\n$/);
  expect(messageFileName('unit-manager', 'A-2026-0001', 2, true)).toBe('OVNING-A-2026-0001-enhetschef-2.eml');
  expect(messageFileName('director-final', 'A-2026-0001', 1, false)).toBe(
    'A-2026-0001-slutrapport-direktor-1.eml',
  );
});
