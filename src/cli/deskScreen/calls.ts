/** A call on a stage that is already up: a new one, one that was left, or a later one about the same incident. */
import type { Incident } from '../../domain/incident.ts';
import type { CallState } from '../../flow/call/state.ts';
import { newId } from '../../journal/id.ts';
import * as words from '../../texts/cli.ts';
import { newCall } from '../call/newCall.ts';
import { laterCallAbout, resumedCall } from '../call/resumedCall.ts';
import { type EndedCall, runCallOnStage, tellUnsaved } from '../call/session.ts';
import { programName } from '../context.ts';
import { callContext } from '../desk.ts';
import { editingOnScreen } from '../editor.ts';
import type { OpenStage } from '../stageSession.ts';
import type { Workplace } from './workplace.ts';

/** Takes a new call. Returns the incident's id when it is finished; null when it was left. */
export async function takeCall(workplace: Workplace, open: OpenStage): Promise<string | null> {
  const { context, desk, operator, exercise } = workplace;
  const { station } = desk.settings;
  const about = { station, operator, exercise, now: context.now(), id: newId() };
  return run(workplace, open, newCall(about, contextOf(workplace)));
}

/** The same for a call that was left, by the incident's id. Throws Failure when there is nothing to go on with. */
export async function goOnWithCall(
  workplace: Workplace,
  open: OpenStage,
  id: string,
): Promise<string | null> {
  const { context, desk, operator } = workplace;
  const asked = { number: id, operator, program: programName(context) };
  return run(workplace, open, resumedCall(asked, desk.dataFolder, contextOf(workplace)));
}

/** The same for a later call about an incident. */
export async function takeLaterCall(
  workplace: Workplace,
  open: OpenStage,
  incident: Incident,
): Promise<string | null> {
  const { context, operator, desk } = workplace;
  const about = { operator, now: context.now() };
  return run(workplace, open, laterCallAbout(incident, about, desk.dataFolder, contextOf(workplace)));
}

function contextOf({ context, desk, problems }: Workplace) {
  return callContext(desk, problems, editingOnScreen(context));
}

async function run(workplace: Workplace, open: OpenStage, call: CallState): Promise<string | null> {
  workplace.callsUnderWay += 1;
  try {
    const ended: EndedCall = await runCallOnStage(workplace.context, call, workplace.desk, open);
    const { state, unsaved, ending } = ended;
    if (unsaved) {
      const { copy } = unsaved;
      const { afterCall } = words;
      if (copy !== null)
        workplace.problems.push(
          `${afterCall.unsaved} ${afterCall.rescued(copy, programName(workplace.context))}`,
        );
      workplace.afterwards.push(() => tellUnsaved(workplace.context, state, copy));
    }
    if (ending.sending?.mail) workplace.sendSoon?.(ending.sending.mail);
    if (ending.sending?.mail === null)
      workplace.problems.push(
        words.afterCall.notQueued(state.incident?.number ?? '', programName(workplace.context)),
      );
    return ending.why === 'finished' ? (state.incident?.id ?? null) : null;
  } finally {
    workplace.callsUnderWay -= 1;
  }
}
