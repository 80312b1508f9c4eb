/** A whole call typed faster than the screen is drawn: in one burst, and in chunks of any size. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectWholeCall, wholeCall } from './call.ts';
import { campaign } from './campaign.ts';
import { type Desk, logged, newDesk } from './desk.ts';
import { Terminal } from './terminal.ts';

async function expectDone(desk: Desk, terminal: Terminal): Promise<void> {
  expect(await terminal.end()).toEqual({ code: 0, signal: 0 });
  const found = await logged(desk);
  expectWholeCall(found);
  expect(existsSync(join(desk.data, 'utkast', found.incident.drafts[0]?.file ?? 'none'))).toBe(true);
}

describe('a call in one burst', () => {
  it('is taken when it is typed before the program has started', async () => {
    const desk = newDesk();
    await expectDone(desk, new Terminal(desk, ['ny-händelse'], { typedAhead: wholeCall }));
  });

  it('is taken when it is typed as soon as something is on the screen', async () => {
    const desk = newDesk();
    const terminal = new Terminal(desk, ['ny-händelse']);
    await terminal.waitFor(({ output }) => output !== '');
    terminal.write(wholeCall);
    await expectDone(desk, terminal);
  });

  it('is taken when it is typed in two halves, one before the program is there', async () => {
    const bytes = Buffer.from(wholeCall);
    const desk = newDesk();
    // In the middle of the ö of Östra.
    const cut = bytes.indexOf('Ö') + 1;
    const terminal = new Terminal(desk, ['ny-händelse'], { typedAhead: bytes.subarray(0, cut) });
    await terminal.waitFor('▶ 1');
    terminal.write(bytes.subarray(cut));
    await expectDone(desk, terminal);
  });
});

describe('a call in chunks', () => {
  const bytes = Buffer.from(wholeCall);
  /** How many bytes, and how many milliseconds until the next ones: a slow line, or a fast hand. */
  const chunk = fc.record({ size: fc.integer({ min: 1, max: 9 }), rest: fc.integer({ min: 0, max: 3 }) });

  it('is taken however it is cut, also within a letter', { timeout: campaign.timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(chunk), fc.boolean(), async (chunks, early) => {
        const desk = newDesk();
        const terminal = new Terminal(desk, ['ny-händelse']);
        if (!early) await terminal.waitFor('▶ 1');
        for (let at = 0; at < bytes.length; ) {
          const { size, rest } = chunks.next().value;
          terminal.write(bytes.subarray(at, at + size));
          at += size;
          // Not a wait for anything: the pace of the typing is a part of what is tried.
          if (rest > 0) await pause(rest);
        }
        await expectDone(desk, terminal);
      }),
      { numRuns: campaign.runs(8) },
    );
  });
});
