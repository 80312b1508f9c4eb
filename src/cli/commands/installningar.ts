/** `tjour inställningar`: the settings, one of them, or a new value for it. */
import { SettingsError } from '../../settings/errors.ts';
import { settingsFolder } from '../../settings/folders.ts';
import { findSetting, type SettingKey, settingKeys } from '../../settings/settingKeys.ts';
import { readSettings, type Settings, settingText, writeSetting } from '../../settings/settings.ts';
import * as words from '../../texts/cli.ts';
import { type Context, print, printJson } from '../context.ts';

export async function run(
  context: Context,
  key: string | undefined,
  value: string | undefined,
  options: { readonly json?: boolean },
): Promise<void> {
  const folder = settingsFolder(context.env);
  if (key === undefined) return showAll(context, await readSettings(folder), options.json ?? false);
  const setting = known(key);
  const settings =
    value === undefined ? await readSettings(folder) : await writeSetting(folder, setting.key, value);
  const text = settingText(settings, setting.id);
  if (options.json) printJson(context, { [setting.key]: text });
  else print(context, value === undefined ? text : words.settingSaved(setting.key, text));
}

function known(key: string): SettingKey {
  const setting = findSetting(key);
  if (!setting)
    throw new SettingsError({ kind: 'unknown-key', key, keys: settingKeys.map((each) => each.key) });
  return setting;
}

function showAll(context: Context, settings: Settings, json: boolean): void {
  if (json) {
    const values = settingKeys.map(({ id, key }) => [key, settingText(settings, id)]);
    printJson(context, Object.fromEntries(values));
    return;
  }
  const longest = Math.max(...settingKeys.map(({ key }) => key.length));
  for (const { id, key, description } of settingKeys) {
    print(context, `${key.padEnd(longest)}  ${settingText(settings, id).padEnd(16)}  ${description}`);
  }
}
