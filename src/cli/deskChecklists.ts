/** The checklists as the desk has them: its own in the settings folder, otherwise those beside the program. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readChecklists } from '../settings/checklists.ts';
import { settingsFolder } from '../settings/folders.ts';

/** All that can be used, and what is wrong with the others. Never throws. */
export function readDeskChecklists(env: NodeJS.ProcessEnv): ReturnType<typeof readChecklists> {
  return readChecklists({ own: join(settingsFolder(env), 'checklistor'), builtIn });
}

const builtIn = fileURLToPath(new URL('../templates/checklistor', import.meta.url));
