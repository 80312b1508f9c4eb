/** Keeping what is being typed, so that a crash costs at most half a second of it. */
import type { Store } from '../flow/store.ts';

const keepMilliseconds = 300;

/** Calls `keep` soon after every change; gives the function that stops it. */
export function keepSoon(
  { subscribe }: Pick<Store<unknown, never>, 'subscribe'>,
  keep: () => void,
): () => void {
  let keeping: NodeJS.Timeout | null = null;
  const unsubscribe = subscribe(() => {
    keeping ??= setTimeout(() => {
      keeping = null;
      keep();
    }, keepMilliseconds);
  });
  return () => {
    unsubscribe();
    if (keeping) clearTimeout(keeping);
  };
}
