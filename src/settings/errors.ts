/** What can be wrong with the settings and the contacts. The words are in src/texts. */
import { settingsProblemText } from '../texts/settings.ts';
import type { ContactProblem } from './contactsFile.ts';

/** Which of the two files. */
export type SettingsFile = 'settings' | 'contacts';

export type SettingsProblem =
  /** The stored file is not what this program writes. It is left as it is. */
  | { readonly kind: 'corrupt-file'; readonly file: SettingsFile; readonly path: string }
  /** `code` is the system's, such as EACCES. */
  | {
      readonly kind: 'unreadable-file';
      readonly file: SettingsFile;
      readonly path: string;
      readonly code: string;
    }
  | { readonly kind: 'not-saved'; readonly file: SettingsFile; readonly path: string; readonly code: string }
  | { readonly kind: 'unknown-key'; readonly key: string; readonly keys: readonly string[] }
  /** The settings file says the same thing under two spellings. */
  | { readonly kind: 'repeated-key'; readonly key: string; readonly path: string }
  /** `path` is null when the value was typed and is not in the file. */
  | {
      readonly kind: 'wrong-value';
      readonly key: string;
      /** Null when it is not to be shown. */
      readonly value: string | null;
      readonly allowed: string;
      readonly path: string | null;
    }
  | {
      readonly kind: 'office-hours-order';
      readonly officeStart: string;
      readonly officeEnd: string;
      readonly path: string | null;
    }
  /** A file of contacts that was refused, with everything that is wrong in it. Nothing was imported. */
  | { readonly kind: 'bad-contacts'; readonly problems: readonly ContactProblem[] };

/** Its message is the Swedish text for the user. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly problem: SettingsProblem;

  constructor(problem: SettingsProblem, cause?: unknown) {
    super(settingsProblemText(problem), { cause });
    this.problem = problem;
  }
}

/** The system's own code for a failed operation on a file, such as ENOSPC. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
