/** Words about drafts. */
import type { DraftErrorKind } from '../mail/saveDraft.ts';

/** Why a draft was not saved. Its text is still on the screen. */
export const draftErrorText: Readonly<Record<DraftErrorKind, string>> = {
  exists: 'Utkastet är inte sparat: det finns redan en fil med det namnet, och den har inte rörts.',
  full: 'Utkastet är inte sparat: disken är full.',
  'read-only': 'Utkastet är inte sparat: mappen går inte att skriva i.',
  other: 'Utkastet är inte sparat.',
};
