/** Where the program keeps its files. */
import { resolve } from 'node:path';
import envPaths from 'env-paths';

type Environment = Readonly<Record<string, string | undefined>>;

// env-paths knows each platform's custom; its default suffix '-nodejs' would only puzzle whoever looks there.
const platformFolders = () => envPaths('tjour', { suffix: '' });

/** The folder of the settings and the contacts: TJOUR_CONFIG, otherwise the platform's. Absolute. */
export function settingsFolder(env: Environment): string {
  return resolve(env.TJOUR_CONFIG || platformFolders().config);
}

/** The folder of the journal and the drafts: TJOUR_DATA, otherwise the platform's. Absolute. */
export function dataFolder(env: Environment): string {
  return resolve(env.TJOUR_DATA || platformFolders().data);
}
