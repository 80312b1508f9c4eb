/** `tjour mejl prova`: whether the mail server can be used as it is set up. Sends nothing. */
import type { Outcome } from '../../domain/delivery.ts';
import type { Secret } from '../../mail/secret.ts';
import { readSecret, SecretError } from '../../mail/secret.ts';
import { tryServer } from '../../mail/smtp.ts';
import { settingDefinitions } from '../../settings/settingKeys.ts';
import { faultTexts, secretErrorText, outbox as words } from '../../texts/delivery.ts';
import { type Context, print, printJson, programName } from '../context.ts';
import { openDesk } from '../desk.ts';
import { badInput, exitCode } from '../failure.ts';
import { mailServerOf } from './mailServer.ts';

/** Says in words whether it can be used, and otherwise what is wrong. Exit code 3 when it cannot. */
export async function attempt(context: Context, options: { readonly json?: boolean }): Promise<void> {
  const { settings } = await openDesk(context);
  const program = programName(context);
  const setUp = mailServerOf(settings);
  if (!setUp) throw badInput(words.noServer(settingDefinitions.mailHost.key, program));
  if (settings.deskEmail === null) throw badInput(words.noSender(settingDefinitions.deskEmail.key, program));
  const { server } = setUp;
  let secret: Secret | null = null;
  let problem: string | null = null;
  try {
    secret = setUp.secret && (await readSecret(setUp.secret, context.env));
  } catch (error) {
    if (!(error instanceof SecretError)) throw error;
    problem = secretErrorText(error.kind, error.from);
  }
  const outcome: Outcome =
    problem === null
      ? await tryServer(server, secret, settings.deskEmail)
      : { kind: 'configuration', phase: 'connecting', fault: 'secret', answer: null };
  const isFine = outcome.kind === 'accepted';
  if (!isFine) process.exitCode = exitCode.checkFailed;
  const { host, port, security } = server;
  if (options.json) {
    const { fault = null, phase = null } = { ...outcome } as { fault?: string; phase?: string };
    printJson(context, { host, port, security, ok: isFine, fault, phase, answer: outcome.answer });
    return;
  }
  const lines = isFine
    ? [security === 'plain' ? words.tryFinePlain(host, port) : words.tryFine(host, port)]
    : [words.tryWrong(host, port), ...(problem === null ? whatIsWrong(outcome) : [problem])];
  for (const line of lines) print(context, line);
}

function whatIsWrong(outcome: Outcome): string[] {
  const { what = '', todo = '' } = 'fault' in outcome ? faultTexts[outcome.fault] : {};
  return [what, todo, outcome.answer === null ? '' : words.said(outcome.answer)].filter(
    (line) => line !== '',
  );
}
