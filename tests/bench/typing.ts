/** How long it takes from a key to what it does on the screen. */
import { inTerminal, Session } from './session.ts';
import { question, type Subject } from './subjects.ts';

/** What a caller may say, in words that are not in the interface. 300 letters are typed from it. */
const said = `Transformatorstationen vid Gamlestadstorget brann strax efter klockan två och strömmen gick i hela
stadsdelen. Räddningstjänsten spärrar gatan medan elbolaget kopplar om. Trapphusen ligger mörka, hissarna står och
porttelefonerna fungerar inte. Flera personer sitter instängda. Batterierna hos larmmottagaren räcker ungefär fyra
timmar till, sedan tystnar kanske allt. Polisen dirigerar trafiken.`;

export const letterCount = 300;

/**
 * What to type, a piece a letter. A blank cannot be seen by itself, so it goes along with the letter after it, and so
 * do signs.
 */
const pieces = (said.replace(/\s+/g, ' ').match(/\P{L}*\p{L}/gu) ?? []).slice(0, letterCount);

/** How many of the letters typed last must stand on the screen: enough to be found nowhere else. */
const recognised = 16;

/** Milliseconds for each key. The first is pressed when the question shows; it is not among the measured ones. */
export function measureKeys({ script }: Subject): Promise<number[]> {
  return inTerminal(new Session(script), async (session) => {
    await session.sent(({ output }) => output.includes(question));
    return (await typeLetters(session)).slice(1);
  });
}

/** Types one letter more than is measured, each when the one before is on the screen; milliseconds for each. */
export async function typeLetters(session: Session): Promise<number[]> {
  const times: number[] = [];
  let typed = '';
  for (const piece of ['Z', ...pieces]) {
    typed += piece.replace(/\P{L}/gu, '');
    const last = typed.slice(-recognised);
    const sentAt = session.type(piece);
    times.push((await session.shown(({ letters }) => letters.includes(last))) - sentAt);
  }
  return times;
}
