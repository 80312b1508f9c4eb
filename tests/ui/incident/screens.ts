/** The incident screen as text, as it looks without colours. */
import { incidentView } from '../../../src/ui/incident/incidentView.ts';
import type { TypedIncident } from '../../flow/incident/typedIncident.ts';
import { textsOf } from '../call/screens.ts';

/** The whole screen in a window of this size as one text, without blanks at the lines' ends. */
export function screen(
  { state }: TypedIncident,
  size: '100×30' | '60×20' | '40×12' = '100×30',
  scroll = 0,
): string {
  const [columns = 0, rows = 0] = size.split('×').map(Number);
  const lines = textsOf(incidentView(state, { columns, rows: rows - 1 }, scroll)).map((line) =>
    line.trimEnd(),
  );
  return `\n${lines.join('\n')}\n`;
}
