/** The screen of a message, driven by keys as they are typed, with every effect kept. */
import { knownTo } from '../../../src/cli/desk.ts';
import { choiceFor } from '../../../src/domain/messageRecipients.ts';
import type { PromisingWording } from '../../../src/domain/wording.ts';
import type { Key } from '../../../src/flow/keys.ts';
import type { Message } from '../../../src/flow/message/message.ts';
import { type ComposedMessage, type MessageState, startMessage } from '../../../src/flow/message/state.ts';
import type { Effect } from '../../../src/flow/message/turn.ts';
import { updateMessage } from '../../../src/flow/message/update.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';
import { decidedFire, register } from '../../domain/nightFire.ts';
import { night, type Story } from '../../domain/story.ts';

export const letter: ComposedMessage = {
  to: [{ name: 'Åsa Öhrn', address: 'asa.ohrn@goteborg.example' }],
  subject: '[UPPDATERING] Brand – A-2026-0001',
  text: 'Det brinner.\n\nNästa rapport kl. 04:10 lördag 21 november 2026.\n\nHändelse A-2026-0001',
  nextReportAt: night('04:10'),
  templateProblem: null,
};

const named: Readonly<Record<string, Key>> = {
  '⏎': { kind: 'enter' },
  '⎋': { kind: 'escape' },
  '⇥': { kind: 'tab' },
  '↑': { kind: 'up' },
  '↓': { kind: 'down' },
  '⌫': { kind: 'delete-to-end' },
  '×': { kind: 'interrupt' },
};

export class MessageScreen {
  state: MessageState;
  readonly effects: Effect[] = [];

  constructor(story: Story, action: string | null, deskPhone: string | null = '031-390 06 10') {
    const settings = { ...defaultSettings, deskPhone };
    const known = knownTo({ dataFolder: '', settings, contacts: register });
    const context = {
      editor: null,
      sends: false,
      program: 'tjour',
      reportTo: 'asa.ohrn@goteborg.example',
      operator: 'jl',
      contacts: register,
      known,
      deskPhone,
      draftsFolder: '/utkast',
    };
    this.state = startMessage(context, story.incident, night('03:10'), action);
    this.send({ kind: 'opened' });
  }

  send(message: Message): this {
    const at = { now: night('03:10'), newId: () => `id-${this.effects.length}` };
    const { state, effects } = updateMessage(this.state, message, at);
    this.state = state;
    this.effects.push(...effects);
    return this;
  }

  /** What is asked to be composed comes at once. */
  composed(message: ComposedMessage = letter, kept: PromisingWording | null = null): this {
    const asked = this.effects.findLast((effect) => effect.kind === 'compose');
    if (!asked) throw new Error('nothing to compose');
    return this.send({ kind: 'composed', choice: asked.choice, message, kept });
  }

  /** Letter by letter, the signs above as keys. */
  press(keys: string): this {
    for (const text of keys) this.send({ kind: 'key', key: named[text] ?? { kind: 'text', text } });
    return this;
  }

  get last(): Effect | undefined {
    return this.effects.at(-1);
  }

  get notice(): string | undefined {
    return this.state.notice?.kind;
  }
}

/** An update to the director, on the screen. */
export function update(story: Story, message: ComposedMessage = letter): MessageScreen {
  if (!choiceFor('mail-director', story.incident, register)) throw new Error('no report to make');
  return new MessageScreen(story, 'mail-director').composed(message);
}

/** The report to the director of a fire that is decided, saved twice: the screen shows the second. */
export function reportedFire(deskPhone: string | null = '031-390 06 10'): MessageScreen {
  const story = decidedFire();
  for (const [time, n] of [
    ['02:51', 1],
    ['02:55', 2],
  ] as const) {
    story.tell(time, 'draft-saved', {
      file: `A-2026-0001-${n}.eml`,
      subject: '[BESLUT] Brand',
      messageId: `<${n}@x>`,
      to: 'asa.ohrn@goteborg.example',
      body: 'Det brinner.\n',
    });
  }
  return new MessageScreen(story, 'mail-director', deskPhone);
}

/** The same screen at a desk that has a mail server and an editor. */
export function equipped(screen: MessageScreen): MessageScreen {
  screen.state = { ...screen.state, context: { ...screen.state.context, sends: true, editor: 'vim' } };
  return screen;
}
