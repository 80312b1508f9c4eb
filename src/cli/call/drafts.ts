/** Where the drafts lie. */
import { join } from 'node:path';

/** The folder of the drafts within the data folder. */
export function draftsFolder(dataFolder: string): string {
  return join(dataFolder, 'utkast');
}
