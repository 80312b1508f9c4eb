/** The templates that supervisors write, in the settings folder, and the program's that they replace. */
import { join } from 'node:path';
import feedback from '../../templates/meddelanden/aterkoppling-tib.txt';
import unitManager from '../../templates/meddelanden/enhetschef.txt';
import crisisGroup from '../../templates/meddelanden/krisledningsgrupp.txt';
import directorFinal from '../../templates/meddelanden/slutrapport-direktor.txt';
import directorUpdate from '../../templates/meddelanden/uppdatering-direktor.txt';
import report from '../../templates/rapport-direktor.txt';
import { messageFields } from '../domain/messageFields.ts';
import { nearest } from '../domain/nearest.ts';
import { type MessageKind, messageKinds } from '../domain/payloads.ts';
import { type FieldDefinitions, reportFields } from '../domain/reportFields.ts';
import { messageFileWords } from '../mail/message.ts';
import { checked } from '../mail/template.ts';
import { TemplateError } from '../mail/templateError.ts';
import { readTemplateIn, templateFilesIn } from '../mail/templateFile.ts';
import { settingsFolder } from '../settings/folders.ts';
import { templateFailure } from '../texts/templates.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A kind of mail, and the template that comes with the program. */
export interface Template {
  readonly kind: MessageKind | 'report';
  /** Its file's name without `.txt`. */
  readonly name: string;
  readonly fields: FieldDefinitions;
  readonly builtIn: string;
}

const builtIn: Readonly<Record<MessageKind, string>> = {
  'unit-manager': unitManager,
  feedback,
  'crisis-group': crisisGroup,
  'director-update': directorUpdate,
  'director-final': directorFinal,
};

const reportTemplate: Template = {
  kind: 'report',
  name: 'rapport-direktor',
  fields: reportFields,
  builtIn: report,
};

/** Every template, the report's first. */
export const templates: readonly Template[] = [reportTemplate, ...messageKinds.map(messageTemplate)];

function messageTemplate(kind: MessageKind): Template {
  return { kind, name: messageFileWords[kind], fields: messageFields[kind], builtIn: builtIn[kind] };
}

/** A template as the desk has it. */
export interface DeskTemplate {
  readonly template: Template;
  /** The desk's own, or the program's. */
  readonly source: string;
  readonly used: 'own' | 'built-in';
  /** The desk's own file, whether it can be used or not; null when there is none. */
  readonly path: string | null;
  /** Why the desk's own is not used. */
  readonly error: TemplateError | null;
}

/** A template that can be used: the desk's, or the program's own and what is wrong with the desk's. */
export interface UsableTemplate {
  readonly source: string;
  readonly problem: string | null;
}

/** The template of the report. A broken one never stops a report. */
export function usableReportTemplate(env: Environment): Promise<UsableTemplate> {
  return usable(reportTemplate, env);
}

/** The template of a message. A broken one never stops a message. */
export function usableMessageTemplate(kind: MessageKind, env: Environment): Promise<UsableTemplate> {
  return usable(messageTemplate(kind), env);
}

async function usable(template: Template, env: Environment): Promise<UsableTemplate> {
  const { source, error } = await deskTemplate(template, env);
  return { source, problem: error && templateFailure(error) };
}

/** The folder of the desk's own templates, each under the name of the one it replaces. It need not be there. */
export function ownTemplatesFolder(env: Environment): string {
  return join(settingsFolder(env), 'mallar');
}

/** The desk's own if it has one that can be used, otherwise the program's. Never rejects. */
export async function deskTemplate(template: Template, env: Environment): Promise<DeskTemplate> {
  const folder = ownTemplatesFolder(env);
  let path: string | null = null;
  try {
    const name = ownFileOf(template, await templateFilesIn(folder));
    if (name === null) return { template, source: template.builtIn, used: 'built-in', path, error: null };
    path = join(folder, name);
    const source = checked(await readTemplateIn(folder, name), template.fields, path);
    return { template, source, used: 'own', path, error: null };
  } catch (error) {
    const known = error instanceof TemplateError ? error : new TemplateError('unreadable', path ?? folder);
    return { template, source: template.builtIn, used: 'built-in', path, error: known };
  }
}

/** All of the desk's templates, and what is wrong among them. Never rejects. */
export async function readDeskTemplates(env: Environment): Promise<{
  readonly templates: readonly DeskTemplate[];
  /** A folder that cannot be read is one fault, for all of them. */
  readonly errors: readonly TemplateError[];
  readonly unused: readonly UnusedFile[];
}> {
  const all = await Promise.all(templates.map((template) => deskTemplate(template, env)));
  const errors = new Map(all.flatMap(({ error }) => (error ? [[error.path, error]] : [])));
  return { templates: all, errors: [...errors.values()], unused: await unusedFiles(env) };
}

export interface UnusedFile {
  readonly path: string;
  /** The name that was probably meant. */
  readonly suggestion: string | null;
}

/** Files among the desk's own that no template has the name of. */
async function unusedFiles(env: Environment): Promise<UnusedFile[]> {
  const folder = ownTemplatesFolder(env);
  const files = await templateFilesIn(folder).catch(() => []);
  const used = templates.map((template) => ownFileOf(template, files));
  return files
    .filter((file) => !used.includes(file))
    .map((file) => ({ path: join(folder, file), suggestion: suggested(nameIn(file)) }));
}

/** The template of that name, with or without `.txt`; null when there is none. */
export function findTemplate(name: string): Template | null {
  return templates.find((template) => template.name === nameIn(name)) ?? null;
}

/** The template's name that a misspelt one was probably meant to be. */
export function suggested(name: string): string | null {
  return nearest(
    nameIn(name),
    templates.map((template) => template.name),
  );
}

/** The name itself if there is one; otherwise in whatever case it is written. */
function ownFileOf({ name }: Template, files: readonly string[]): string | null {
  const file = `${name}.txt`;
  return files.find((each) => each === file) ?? files.find((each) => nameIn(each) === name) ?? null;
}

function nameIn(file: string): string {
  return file.toLowerCase().replace(/\.txt$/, '');
}
