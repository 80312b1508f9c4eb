/** The incident screen as a scene. */
import type { IncidentState } from '../../flow/incident/state.ts';
import type { IncidentMessage } from '../../flow/incident/update.ts';
import type { Store } from '../../flow/store.ts';
import { type Scene, sceneOf } from '../scene.ts';
import { incidentView } from './incidentView.ts';

export function incidentScene(store: Store<IncidentState, IncidentMessage>): Scene {
  return sceneOf(store, incidentView, ({ panel }) => panel?.kind ?? 'list');
}
