/** The signals that ask the program to stop. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Calls `listener` at every such signal, which then does not end the process; gives the function that stops it. */
export function onStopSignal(listener: () => void): () => void {
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}

/** Whether somebody listens, so that a window that is closed ends the program in its own time. */
export function stopsBySignal(): boolean {
  return process.listenerCount('SIGHUP') > 0;
}
