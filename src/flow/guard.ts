/** The guard of personal data before a text leaves the desk: what stops it, what is to be read, and masking. */
import {
  findPersonalData,
  type HitStrength,
  type KnownContacts,
  masked,
  type PersonalDataKind,
} from '../domain/personalData.ts';
import { isSameWording, type Wording } from '../domain/wording.ts';

/** A piece of personal data as it stands in the text. */
export interface Found {
  readonly kind: PersonalDataKind;
  readonly strength: HitStrength;
  readonly text: string;
}

/** What the guard sees a text by. */
export interface GuardContext {
  readonly known: KnownContacts;
  /** RFC 3339. */
  readonly now: string;
}

/** Nothing of it is shorter, and the first letters of an answer are not looked at in vain. */
const shortest = 6;

/** What was found in all of the texts, each piece once: what stops them first. */
export function foundIn(texts: readonly string[], { known, now }: GuardContext): Found[] {
  const all = texts
    .filter(({ length }) => length >= shortest)
    .flatMap((text) =>
      findPersonalData(text, known, now).map(({ kind, strength, from, to }) => ({
        kind,
        strength,
        text: text.slice(from, to),
      })),
    );
  const once = new Map(all.map((found) => [`${found.kind} ${found.text}`, found]));
  return [...once.values()].toSorted((a, b) => Number(isStrong(b)) - Number(isStrong(a)));
}

/** Whether it stops the text until it is masked or taken out. */
export function isStrong({ strength }: Pick<Found, 'strength'>): boolean {
  return strength === 'strong';
}

/** The text without what would stop it. */
export function withoutStrong(text: string, { known, now }: GuardContext): string {
  return masked(text, findPersonalData(text, known, now).filter(isStrong));
}

/** The words without what would stop them. */
export function withoutStrongIn({ subject, text }: Wording, guard: GuardContext): Wording {
  return { subject: withoutStrong(subject, guard), text: withoutStrong(text, guard) };
}

/**
 * The words as the program wrote them, where they are others now; otherwise null. What is masked is kept no more in
 * them, so a text that is only masked is still the program's own.
 */
export function firstWording(written: Wording, now: Wording, guard: GuardContext): Wording | null {
  const first = withoutStrongIn(written, guard);
  return isSameWording(now, first) ? null : first;
}
