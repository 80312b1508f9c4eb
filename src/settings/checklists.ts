/** The checklists: those that come with the program, and a supervisor's own, which replace them or are added. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Checklist, type ChecklistProblem, parseChecklist } from '../domain/checklist.ts';
import { cleanLine } from '../domain/text.ts';
import { systemCode } from './errors.ts';

/** The two that crisis leadership opens, in order: whom to inform, and which resources to mobilise. */
export const crisisChecklists: readonly string[] = ['vilka-ska-informeras', 'resurser'];

export interface StoredChecklist extends Checklist {
  /** The file's name without `.md`, in lower case and NFC. */
  readonly id: string;
}

/** Why a file, or the folder of one's own files, cannot be used. `code` is the system's, such as EACCES. */
type Fault =
  | { readonly kind: 'too-large' | 'not-utf-8' }
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'unreadable-folder'; readonly code: string }
  | { readonly kind: 'invalid'; readonly problems: readonly ChecklistProblem[] };

export type ChecklistFileProblem = Fault & {
  readonly path: string;
  /** Whether what comes with the program is used instead. Otherwise the list is left out. */
  readonly builtInUsed: boolean;
};

export interface StoredChecklists {
  readonly checklists: readonly StoredChecklist[];
  /** The files that could not be used. Nothing else is wrong because of them. */
  readonly problems: readonly ChecklistFileProblem[];
}

/** The folders of checklists themselves: `checklistor` in the settings folder, which need not be, and the program's. */
export interface ChecklistFolders {
  readonly own: string;
  readonly builtIn: string;
}

/**
 * Reads every `*.md` in both folders: one's own file replaces the program's of the same name, further ones are added.
 * The two of crisis leadership come first, the others by name. A file that cannot be read or has a fault is not used
 * at all, since half a list looks like a whole one; the program's of that name is. Never rejects.
 */
export async function readChecklists(folders: ChecklistFolders): Promise<StoredChecklists> {
  const own = await readFolder(folders.own);
  const builtIn = await readFolder(folders.builtIn);
  const builtInById = new Map(builtIn.checklists.map((list) => [list.id, list]));
  const usable = new Map([...builtInById, ...own.checklists.map((list) => [list.id, list] as const)]);
  return {
    checklists: [...usable.values()].sort((a, b) => rank(a) - rank(b) || collator.compare(a.id, b.id)),
    problems: [
      ...own.faults.map(({ id, path, fault }) => {
        return { ...fault, path, builtInUsed: id === null || builtInById.has(id) };
      }),
      ...builtIn.faults.map(({ path, fault }) => ({ ...fault, path, builtInUsed: false })),
    ],
  };
}

const collator = new Intl.Collator('sv');

function rank({ id }: StoredChecklist): number {
  const index = crisisChecklists.indexOf(id);
  return index === -1 ? crisisChecklists.length : index;
}

interface ReadFolder {
  readonly checklists: readonly StoredChecklist[];
  /** `id` is null for the folder itself. */
  readonly faults: readonly { readonly id: string | null; readonly path: string; readonly fault: Fault }[];
}

const fileName = /^[^.].*\.md$/i;

async function readFolder(folder: string): Promise<ReadFolder> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => fileName.test(name)).sort();
  } catch (error) {
    const code = systemCode(error);
    const faults = [{ id: null, path: folder, fault: { kind: 'unreadable-folder', code } as const }];
    return { checklists: [], faults: code === 'ENOENT' ? [] : faults };
  }
  const checklists: StoredChecklist[] = [];
  const faults: { id: string; path: string; fault: Fault }[] = [];
  for (const name of names) {
    const id = cleanLine(name.slice(0, -'.md'.length)).toLowerCase();
    const path = join(folder, name);
    const read = await readChecklist(path);
    if ('kind' in read) faults.push({ id, path, fault: read });
    else checklists.push({ id, ...read });
  }
  return { checklists, faults };
}

/** In bytes. The program's own have under 2,000. */
const maxFileSize = 64 * 1024;

async function readChecklist(path: string): Promise<Checklist | Fault> {
  let bytes: Uint8Array;
  try {
    // Before it is opened: a pipe would wait for ever.
    const { size } = await regularFile(path);
    if (size > maxFileSize) return { kind: 'too-large' };
    bytes = await readFile(path);
  } catch (error) {
    return { kind: 'unreadable', code: systemCode(error) };
  }
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'not-utf-8' };
  }
  const { checklist, problems } = parseChecklist(source);
  return problems.length > 0 ? { kind: 'invalid', problems } : checklist;
}

async function regularFile(path: string) {
  const info = await stat(path);
  if (info.isFile()) return info;
  throw Object.assign(new Error(`not a file: ${path}`), { code: info.isDirectory() ? 'EISDIR' : 'EINVAL' });
}
