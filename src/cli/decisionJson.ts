/** The decision as `tjour ny-händelse --json` gives it. Source: contract.md, "What comes back". */
import type { Incident } from '../domain/incident.ts';

export function decisionJson({ recommendation, decision }: Incident): object | null {
  if (!recommendation || !decision) return null;
  const { motivationRequired, rules, reasons, ruleSetVersion } = recommendation;
  const { outcome, timing, directorDueAt, actions } = decision;
  return { outcome, timing, directorDueAt, motivationRequired, rules, reasons, ruleSetVersion, actions };
}
