/** A real Chromium, where there is one. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { TestContext } from 'vitest';

const usualNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where a program of one of these names is, by PATH; null when there is none. */
export function programPath(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** By CHROMIUM_PATH, otherwise as it is usually called; null when there is none. */
export async function startChromium(): Promise<Browser | null> {
  const executablePath = process.env.CHROMIUM_PATH || programPath(usualNames);
  if (!executablePath) return null;
  // Its sandbox refuses to be started by root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

/** The browser, or the test is skipped. */
export function needed(browser: Browser | null, context: TestContext): Browser {
  return browser ?? context.skip('no Chromium: set CHROMIUM_PATH, or install it');
}
