/**
 * What the program says to the terminal itself: the bell, a notification on the desktop, the clipboard. Every sequence
 * ends with BEL, which all terminals that know them take, and which can stand inside what GNU screen passes on.
 */
import { cutAtWord } from '../domain/cutAtWord.ts';
import { cleanLine } from '../domain/text.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Rings the bell. tmux and screen ring it on, so it is never wrapped. */
export const bell = '\x07';

/** In UTF-16 units: no desktop shows more. */
const maxNotificationText = 200;

/**
 * Raises a notification on the desktop, by the one sequence that the terminal knows, so that it is not raised twice;
 * empty for a terminal that would print it. Whoever is beside the desktop may read it.
 *
 * - OSC 9 (iTerm2's "Post a notification"): iTerm2, and kitty, which takes it as "legacy OSC 9".
 * - OSC 777;notify (urxvt's extension of that name): urxvt, foot, Ghostty, WezTerm, Konsole, VTE as Fedora builds it,
 *   Windows Terminal (its OSC 9 is ConEmu's, with other meanings, and its older versions know neither). Other
 *   terminals that call themselves xterm pass over what they do not know; VTE does from 0.46.
 *
 * Sources: iTerm2, "Proprietary Escape Codes"; kitty, "Desktop notifications"; WezTerm, "notification_handling";
 * foot, foot-ctlseqs(7); Ghostty, "VT reference"; Windows Terminal, pull request 20012.
 *
 * Both texts become one clean line, each at most 200 characters. tmux passes it on with `allow-passthrough on`, and
 * before version 3.3 always; otherwise it drops it in silence.
 */
export function desktopNotification(title: string, body: string, env: Environment): string {
  const protocol = notificationProtocol(env);
  if (protocol === null) return '';
  const texts = [title, body].map((text) => shownText(text, env)).filter((text) => text !== '');
  if (texts.length === 0) return '';
  return throughMultiplexer(
    protocol === 9 ? `\x1b]9;${texts.join(': ')}\x07` : `\x1b]777;notify;${texts.join(';')}\x07`,
    env,
  );
}

/**
 * A semicolon ends a field of OSC 777, and after a digit makes an OSC 9 something else (`4;` is a progress bar).
 * Screen takes the bytes of UTF-8 for characters, of which some end a sequence, so there only ASCII is sent.
 */
function shownText(text: string, env: Environment): string {
  const line = cutAtWord(cleanLine(text), maxNotificationText).replaceAll(';', ',');
  if (!env.STY) return line;
  const withoutMarks = line.normalize('NFD').replace(/\p{M}/gu, '');
  return withoutMarks
    .replaceAll('…', '...')
    .replace(/[–—]/g, '-')
    .replace(/[^\x20-\x7e]/gu, '?');
}

/** Terminals that print what they do not know, or none at all. */
const knowsNoSequences = /^(?:dumb|unknown|linux|emacs|eterm.*|cons.*|vt\d.*|ansi)?$/;
/** VTE prints an unknown OSC before 0.46. */
const firstQuietVte = 4600;

function notificationProtocol(env: Environment): 9 | 777 | null {
  // tmux and screen hide what TERM and TERM_PROGRAM were; the others are left from the terminal outside.
  if (env.TERM === 'xterm-kitty' || env.KITTY_WINDOW_ID) return 9;
  if (env.TERM_PROGRAM === 'iTerm.app' || env.LC_TERMINAL === 'iTerm2') return 9;
  // Windows sets no TERM.
  if (env.WT_SESSION) return 777;
  if (!knowsSequences(env) || Number(env.VTE_VERSION ?? firstQuietVte) < firstQuietVte) return null;
  return 777;
}

function knowsSequences({ TERM, WT_SESSION }: Environment): boolean {
  return Boolean(WT_SESSION) || !knowsNoSequences.test(TERM ?? '');
}

/**
 * The longest text that OSC 52 carries in most terminals, in bytes of UTF-8: sequences of 100,000 bytes (hterm,
 * osc52.sh), of which the introducer is 7, the base64 99,992 and the terminator 1.
 */
const maxCopiedBytes = 74_994;

/**
 * Puts the text on the clipboard of the desktop, by OSC 52 (xterm, "Control Sequences", Manipulate Selection Data;
 * `c` is the clipboard). Nothing tells whether the terminal did: some have it turned off, and VTE's do not know it.
 * Null when the text is empty or too long for it, or the terminal would print it: then the text is shown to be copied
 * by hand.
 *
 * In tmux it is said twice. tmux itself takes the plain one with `set-clipboard on`, and not with `external`, its
 * default; the wrapped one reaches the terminal outside with `allow-passthrough on`, and before version 3.3 always.
 * Both at once set the same clipboard twice, which nobody sees.
 */
export function copySequence(text: string, env: Environment): string | null {
  if (text === '' || !knowsSequences(env)) return null;
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > maxCopiedBytes) return null;
  const sequence = `\x1b]52;c;${bytes.toString('base64')}\x07`;
  return env.TMUX ? sequence + throughMultiplexer(sequence, env) : throughMultiplexer(sequence, env);
}

/** Screen keeps no longer strings, in its oldest version still in use; two bytes go before and two after. */
const screenString = 256 - 4;

/**
 * Wrapped so that tmux or GNU screen passes it on to the terminal outside. tmux: DCS `tmux;` with every ESC doubled
 * (tmux(1), allow-passthrough). Screen: DCS, in pieces, since its strings are short (screen(1), "Control Sequences",
 * "ESC P: Device Control String. Outputs a string directly to the host terminal without interpretation").
 */
function throughMultiplexer(sequence: string, env: Environment): string {
  if (env.TMUX) return `\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\`;
  if (!env.STY) return sequence;
  const pieces = sequence.match(new RegExp(`.{1,${screenString}}`, 'g')) ?? [];
  return pieces.map((piece) => `\x1bP${piece}\x1b\\`).join('');
}
