import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bell, copySequence, desktopNotification } from '../../src/ui/terminalSignals.ts';

const xterm = { TERM: 'xterm-256color' };

test('the bell', () => {
  expect(bell).toBe('\x07');
});

describe('which notification a terminal gets', () => {
  const nine = '\x1b]9;Tjour: Ring Öberg, nu\x07';
  const seven = '\x1b]777;notify;Tjour;Ring Öberg, nu\x07';
  test.each([
    ['iTerm2', { ...xterm, TERM_PROGRAM: 'iTerm.app' }, nine],
    ['iTerm2 over SSH', { ...xterm, LC_TERMINAL: 'iTerm2' }, nine],
    ['kitty', { TERM: 'xterm-kitty' }, nine],
    ['WezTerm', { ...xterm, TERM_PROGRAM: 'WezTerm' }, seven],
    ['Ghostty', { TERM: 'xterm-ghostty' }, seven],
    ['foot', { TERM: 'foot' }, seven],
    ['urxvt', { TERM: 'rxvt-unicode-256color' }, seven],
    ['VTE', { ...xterm, VTE_VERSION: '7603' }, seven],
    ['Windows Terminal', { WT_SESSION: '1' }, seven],
    ['VTE that prints it', { ...xterm, VTE_VERSION: '4205' }, ''],
    ['the Linux console', { TERM: 'linux' }, ''],
    ['a shell in Emacs', { TERM: 'dumb' }, ''],
    ['no terminal', {}, ''],
    ['tmux', { TERM: 'tmux-256color', TMUX: '/tmp/tmux-1/default,1,0' }, `\x1bPtmux;\x1b${seven}\x1b\\`],
    ['kitty in tmux', { TERM: 'screen', TMUX: 'x', KITTY_WINDOW_ID: '1' }, `\x1bPtmux;\x1b${nine}\x1b\\`],
    ['screen', { TERM: 'screen', STY: '1.pts' }, `\x1bP${seven.replace('Ö', 'O')}\x1b\\`],
  ])('%s', (_, env, sequence) => {
    expect(desktopNotification('Tjour', 'Ring Öberg, nu', env)).toBe(sequence);
  });
});

test('a semicolon ends no field and begins no other meaning', () => {
  expect(desktopNotification('a;b', 'c;d', xterm)).toBe('\x1b]777;notify;a,b;c,d\x07');
  expect(desktopNotification('', '4;3;50', { TERM: 'xterm-kitty' })).toBe('\x1b]9;4,3,50\x07');
});

test('nothing to say is not said', () => {
  expect(desktopNotification(' ', '\x1b[31m', xterm)).toBe('');
  expect(desktopNotification('', 'Ring', xterm)).toBe('\x1b]777;notify;Ring\x07');
});

test('long texts are cut', () => {
  const [, , title = '', body = ''] = desktopNotification('ö'.repeat(300), 'ord '.repeat(99), xterm).split(
    ';',
  );
  expect(title).toBe(`${'ö'.repeat(199)}…`);
  expect(body.length).toBeLessThanOrEqual(201);
  expect(body).toMatch(/ord…\x07$/);
});

const environments = fc.constantFrom<Record<string, string>>(
  xterm,
  { TERM: 'xterm-kitty' },
  { TERM: 'tmux-256color', TMUX: '1' },
  { TERM: 'screen', STY: '1' },
);
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('\x1b', '\x07', '\x9c', '\x1b\\', '\x1b]', ';', '\n', '\x18', '\ud800', '\u202e', 'Üœ'),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((pieces) => pieces.join(''));

/** What the terminal outside gets. */
function unwrapped(sequence: string, env: Record<string, string>): string {
  if (env.TMUX) {
    expect(sequence).toMatch(/^\x1bPtmux;.*\x1b\\$/s);
    return sequence.slice(7, -2).replaceAll('\x1b\x1b', '\x1b');
  }
  if (!env.STY) return sequence;
  const pieces = sequence.split('\x1b\\').slice(0, -1);
  for (const piece of pieces) expect(Buffer.byteLength(`${piece}\x1b\\`)).toBeLessThanOrEqual(256);
  return pieces.map((piece) => piece.replace(/^\x1bP/, '')).join('');
}

test('no text ends the sequence or acts on the terminal', () => {
  fc.assert(
    fc.property(hostile, hostile, environments, (title, body, env) => {
      const sequence = desktopNotification(title, body, env);
      if (sequence === '') return;
      const [, inside = ''] = /^\x1b\](?:9|777;notify);(.*)\x07$/s.exec(unwrapped(sequence, env)) ?? [];
      expect(inside).not.toMatch(/^$|[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      expect(inside.split(';').length).toBeLessThanOrEqual(2);
      // Screen reads UTF-8 as bytes.
      if (env.STY) expect(inside).toMatch(/^[\x20-\x7e]+$/);
    }),
    { numRuns: 1000 },
  );
});

describe('the clipboard', () => {
  test('is given the text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const [, base64 = ''] =
          /^\x1b\]52;c;([A-Za-z0-9+/=]+)\x07$/.exec(copySequence(text, xterm) ?? '') ?? [];
        expect(Buffer.from(base64, 'base64').toString('utf8')).toBe(text);
      }),
    );
  });

  test('in tmux it is said to tmux and to the terminal outside', () => {
    const plain = '\x1b]52;c;UsO2cg==\x07';
    expect(copySequence('Rör', { TERM: 'tmux-256color', TMUX: '1' })).toBe(
      `${plain}\x1bPtmux;\x1b${plain}\x1b\\`,
    );
  });

  test('in screen a long text goes in pieces', () => {
    const text = 'Larm på Östra sjukhuset. '.repeat(200);
    const env = { TERM: 'screen', STY: '1' };
    expect(unwrapped(copySequence(text, env) ?? '', env)).toBe(copySequence(text, xterm));
  });

  test('what is too long, or for a terminal that would print it, is shown instead', () => {
    expect(copySequence('ö'.repeat(37_497), xterm)).toHaveLength(100_000);
    expect(copySequence(`${'ö'.repeat(37_497)}.`, xterm)).toBeNull();
    expect(copySequence('', xterm)).toBeNull();
    expect(copySequence('Rör', { TERM: 'linux' })).toBeNull();
    expect(copySequence('Rör', {})).toBeNull();
    expect(copySequence('Rör', { WT_SESSION: '1' })).not.toBeNull();
  });
});
