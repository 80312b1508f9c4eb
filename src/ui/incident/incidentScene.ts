/** The incident screen as a scene. */
import type { IncidentState } from '../../flow/incident/state.ts';
import type { IncidentMessage } from '../../flow/incident/update.ts';
import type { Store } from '../../flow/store.ts';
import type { Scene } from '../scene.ts';
import { incidentView } from './incidentView.ts';

export function incidentScene(store: Store<IncidentState, IncidentMessage>): Scene {
  return {
    place: () => store.state().panel?.kind ?? 'list',
    frame: (size, scroll) => incidentView(store.state(), size, scroll),
    keys: (keys) => store.send(...keys.map((key) => ({ kind: 'key', key }) as const)),
    subscribe: store.subscribe,
  };
}
