/** `tjour mejl prova`: whether the mail server can be used as it is set up. Sends nothing. */
import type { Outcome } from '../../domain/deliveryOutcome.ts';
import type { Secret } from '../../mail/secret.ts';
import { readSecret, SecretError } from '../../mail/secret.ts';
import { type SmtpTimeouts, smtpTimeouts } from '../../mail/server.ts';
import { tryServer } from '../../mail/smtp.ts';
import { settingDefinitions } from '../../settings/settingKeys.ts';
import { faultTexts } from '../../texts/delivery.ts';
import { secretErrorText, mailServer as words } from '../../texts/mailServer.ts';
import { outbox } from '../../texts/outbox.ts';
import { type Context, print, printJson, programName } from '../context.ts';
import { openDesk } from '../desk.ts';
import { badInput, exitCode, Failure } from '../failure.ts';
import { onStopSignal } from '../signals.ts';
import { mailServerOf, type SetUp } from './mailServer.ts';
import { tellMeanwhile } from './meanwhile.ts';

/** Somebody sits and waits, and nothing is at stake. */
const timeouts: SmtpTimeouts = {
  ...smtpTimeouts,
  connecting: 10_000,
  greeting: 10_000,
  login: 30_000,
  envelope: 30_000,
};

/** Says in words whether it can be used, and otherwise what is wrong. Exit code 3 when it cannot. */
export async function tryOut(context: Context, options: { readonly json?: boolean }): Promise<void> {
  const { settings } = await openDesk(context);
  const program = programName(context);
  const setUp = mailServerOf(settings);
  if (!setUp) throw badInput(words.none(settingDefinitions.mailHost.key, program));
  if (settings.deskEmail === null) throw badInput(words.noSender(settingDefinitions.deskEmail.key, program));
  const { host, port, security } = setUp.server;
  tellMeanwhile(context, words.trying(host, port));
  const stopped = new AbortController();
  const stopListening = onStopSignal(() => stopped.abort());
  const { outcome, problem } = await tried(context, setUp, settings.deskEmail, stopped.signal).finally(
    stopListening,
  );
  if (stopped.signal.aborted) throw new Failure(exitCode.interrupted, words.tryStopped);
  const isFine = outcome.kind === 'accepted';
  if (!isFine) process.exitCode = exitCode.checkFailed;
  if (options.json) {
    const { fault = null, phase = null } = { ...outcome } as { fault?: string; phase?: string };
    printJson(context, { host, port, security, ok: isFine, fault, phase, answer: outcome.answer });
    return;
  }
  const lines = isFine
    ? [
        security === 'plain'
          ? words.tryFinePlain(host, port)
          : words.tryFine(host, port, setUp.secret !== null),
      ]
    : [words.tryWrong(host, port), ...(problem === null ? whatIsWrong(outcome) : [problem])];
  for (const line of lines) print(context, line);
}

/** `problem` is what is wrong with the secret, in words; null when it can be read. */
async function tried(
  { env }: Context,
  { server, secret: source }: SetUp,
  sender: string,
  stop: AbortSignal,
): Promise<{ readonly outcome: Outcome; readonly problem: string | null }> {
  let secret: Secret | null;
  try {
    secret = source && (await readSecret(source, env, stop));
  } catch (error) {
    if (!(error instanceof SecretError)) throw error;
    const outcome = { kind: 'configuration', phase: 'connecting', fault: 'secret', answer: null } as const;
    return { outcome, problem: secretErrorText(error) };
  }
  return { outcome: await tryServer(server, secret, sender, { timeouts, stop }), problem: null };
}

function whatIsWrong(outcome: Outcome): string[] {
  const fault = 'fault' in outcome ? outcome.fault : null;
  const { what, todo } = fault === null ? { what: '', todo: '' } : faultTexts[fault];
  return [what, outcome.answer === null ? '' : outbox.said(outcome.answer), todo].filter(
    (line) => line !== '',
  );
}
