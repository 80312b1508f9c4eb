/** What holds whatever is pressed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typingOf } from '../../../src/flow/incident/resume.ts';
import type { Key } from '../../../src/flow/keys.ts';
import { asMessages, incidents, keys } from './generators.ts';
import { TypedIncident } from './typedIncident.ts';

const check = (property: (incident: TypedIncident, pressed: Key[]) => void) =>
  fc.assert(
    fc.property(incidents, keys, (make, pressed) => property(make(), pressed)),
    { numRuns: 300 },
  );

test('no entry is lost: each is handed out once, and folded they are what the screen shows', () => {
  check((incident, pressed) => {
    const before = incident.state.entries.map(({ id }) => id);
    incident.send(...asMessages(pressed));
    const ids = incident.written.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(incident.state.entries.map(({ id }) => id)).toEqual([...before, ...ids]);
    expect(incident.state.unsaved).toEqual(ids);
    expect(incident.folded).toEqual(incident.state.incident);
    const after = incident.state.incident;
    expect(incident.saved().state.incident).toEqual(after);
  });
});

test('a key records at once or not at all, and only a question or a field stands between', () => {
  check((incident, pressed) => {
    for (const message of asMessages(pressed)) {
      const { panel } = incident.state;
      const count = incident.written.length;
      incident.send(message);
      const recorded = incident.written.slice(count).map(({ type }) => type);
      if (message.kind !== 'key' || message.key.kind === 'text') continue;
      // Apart from letters only Enter in a field records anything.
      if (recorded.length > 0) expect([panel?.kind, message.key.kind]).toEqual(['field', 'enter']);
    }
  });
});

test('the selected action is one of the incident’s, and is somebody to phone or nobody', () => {
  check((incident, pressed) => {
    const { incident: folded, selected } = incident.send(...asMessages(pressed)).state;
    if (folded.actions.length > 0) expect(folded.actions.map(({ key }) => key)).toContain(selected);
    else expect(selected).toBeNull();
  });
});

test('left and taken up again, every text is there', () => {
  check((incident, pressed) => {
    incident.send(...asMessages(pressed)).saved();
    const typing = JSON.stringify(typingOf(incident.state));
    const again = new TypedIncident(incident.state.entries, { typing });
    const texts = (state: TypedIncident['state']) =>
      Object.entries(state.texts)
        .filter(([, { text }]) => text.trim() !== '')
        .map(([field, { text }]) => [field, text]);
    expect(texts(again.state)).toEqual(texts(incident.state));
  });
});
