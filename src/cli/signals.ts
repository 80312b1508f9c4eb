/** The signals that ask the program to stop. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** How many programs of the operator's have the terminal: what is typed there is theirs, and so is Ctrl+C. */
let lent = 0;

/**
 * Calls `listener` at every such signal, which then does not end the process; gives the function that stops it. Only
 * SIGINT comes from somebody who sees what is said, and can press once more.
 */
export function onStopSignal(listener: (signal: NodeJS.Signals) => void): () => void {
  const hear = (signal: NodeJS.Signals) => {
    if (signal !== 'SIGINT' || lent === 0) listener(signal);
  };
  for (const signal of signals) process.on(signal, hear);
  return () => {
    for (const signal of signals) process.off(signal, hear);
  };
}

/** Runs another program on the terminal: the terminal sends Ctrl+C to both of them, and it is not meant for this one. */
export async function withoutInterrupt<T>(work: () => Promise<T>): Promise<T> {
  lent += 1;
  try {
    return await work();
  } finally {
    lent -= 1;
  }
}

/** Whether somebody listens, so that a window that is closed ends the program in its own time. */
export function stopsBySignal(): boolean {
  return process.listenerCount('SIGHUP') > 0;
}
