/** Why something could not be read or saved, as kinds that the screens have words for. */
export type FaultKind = 'full' | 'read-only' | 'locked' | 'damaged' | 'newer' | 'missing' | 'other';
