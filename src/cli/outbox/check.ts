/** Whether the settings of the mail server are whole. */

import { readSecret, SecretError } from '../../mail/secret.ts';
import { ServerSettingsError, trusted } from '../../mail/smtpSocket.ts';
import { settingDefinitions } from '../../settings/settingKeys.ts';
import type { Settings } from '../../settings/settings.ts';
import { faultTexts } from '../../texts/delivery.ts';
import { secretErrorText, mailServer as words } from '../../texts/mailServer.ts';
import { type Context, programName } from '../context.ts';
import { mailServerOf } from './mailServer.ts';

export interface ServerCheck {
  readonly fine: string | null;
  readonly notes: readonly string[];
  readonly problems: readonly string[];
}

/** Looks at the settings and what they point at. A command is not run: it may ask somebody. */
export async function mailServerProblems(settings: Settings, context: Context): Promise<ServerCheck> {
  const program = programName(context);
  const setUp = mailServerOf(settings);
  if (!setUp)
    return { fine: null, notes: [words.checkNone(program, settingDefinitions.mailHost.key)], problems: [] };
  const { server, secret } = setUp;
  const problems = [
    settings.deskEmail === null ? words.noSender(settingDefinitions.deskEmail.key, program) : null,
    secret === null || secret.from === 'command' ? null : await secretProblem(secret, context.env),
    caProblem(server),
  ].filter((problem) => problem !== null);
  const fine = problems.length === 0 ? words.checkFine(server.host, server.port, program) : null;
  const isUnused = settings.mailSecret !== null && settings.mailUser === null;
  return { fine, notes: isUnused ? [words.checkSecretUnused] : [], problems };
}

async function secretProblem(...args: Parameters<typeof readSecret>): Promise<string | null> {
  try {
    await readSecret(...args);
    return null;
  } catch (error) {
    if (!(error instanceof SecretError)) throw error;
    return secretErrorText(error);
  }
}

function caProblem(server: Parameters<typeof trusted>[0]): string | null {
  try {
    trusted(server);
    return null;
  } catch (error) {
    if (!(error instanceof ServerSettingsError)) throw error;
    return `${faultTexts[error.fault].what} ${faultTexts[error.fault].todo}`;
  }
}
