/** `tjour mallar`: the templates of the report and the messages, and a desk's own in their place. */
import { basename } from 'node:path';
import { outcomes } from '../../domain/rules.ts';
import { cleanLine } from '../../domain/text.ts';
import { DraftError, saveDraft } from '../../mail/saveDraft.ts';
import { checked } from '../../mail/template.ts';
import { TemplateError } from '../../mail/templateError.ts';
import { readTemplateFile } from '../../mail/templateFile.ts';
import * as callWords from '../../texts/call.ts';
import { check as marks } from '../../texts/cli.ts';
import { exercise, outcomeLabels } from '../../texts/labels.ts';
import * as words from '../../texts/templates.ts';
import { inColumns } from '../../ui/columns.ts';
import { type Context, print, printJson, programName, tell } from '../context.ts';
import { badInput, exitCode, Failure } from '../failure.ts';
import { outcomeOption } from '../outcomeOption.ts';
import { exampleMail } from '../templateExample.ts';
import {
  deskTemplate,
  findTemplate,
  ownTemplatesFolder,
  readDeskTemplates,
  suggested,
  type Template,
  templates,
  type UnusedFile,
} from '../templates.ts';

interface Json {
  readonly json?: boolean;
}

/** Every template, and whether the desk's own or the program's is used. */
export async function list(context: Context, options: Json): Promise<void> {
  const { templates: all, errors, unused } = await readDeskTemplates(context.env);
  if (options.json) {
    for (const { template, used, path, error } of all) {
      const { name, kind } = template;
      const required = Object.entries(template.fields).flatMap(([field, about]) =>
        about.required ? [field] : [],
      );
      const purpose = words.purposes[kind];
      printJson(context, { name, purpose, used, path, required, ...faultJson(error) });
    }
    return;
  }
  const { columns, used, folder, howToCopy } = words.list;
  const rows = all.map(({ template, used: which, error }) => [
    template.name,
    used[error ? 'faulty' : which],
    words.purposes[template.kind],
  ]);
  for (const line of inColumns([[columns.name, columns.used, columns.purpose], ...rows])) {
    print(context, line.trimEnd());
  }
  print(context, '');
  print(context, folder(ownTemplatesFolder(context.env)));
  print(context, howToCopy(programName(context)));
  for (const error of errors) tell(context, callWords.draft.templateProblem(words.templateFailure(error)));
  tellUnused(context, unused);
}

/** Copies the program's templates, all or those named, to where the desk's own are. Never over one that is there. */
export async function copy(context: Context, names: readonly string[]): Promise<void> {
  const wanted = names.length === 0 ? templates : names.map(named);
  const folder = ownTemplatesFolder(context.env);
  let copied = 0;
  for (const { name, builtIn } of new Set(wanted)) {
    try {
      print(context, words.copy.copied(await saveDraft(folder, `${name}.txt`, Buffer.from(builtIn))));
      copied += 1;
    } catch (error) {
      if (!(error instanceof DraftError)) throw error;
      if (error.kind !== 'exists') throw new Failure(exitCode.fault, words.copy.notSaved(error.path), error);
      tell(context, words.copy.exists(error.path));
    }
  }
  if (copied > 0) print(context, words.copy.next(programName(context)));
  else process.exitCode = exitCode.badInput;
}

/** Checks the files, or all of the desk's own. Exit code 3 when anything is wrong. */
export async function check(context: Context, files: readonly string[], options: Json): Promise<void> {
  const { found, unused } =
    files.length === 0
      ? await ownFiles(context)
      : { found: await Promise.all(files.map(checkFile)), unused: [] };
  // Before anything is printed, since the reader may leave in the middle of it.
  if (found.some(({ error }) => error !== null)) process.exitCode = exitCode.checkFailed;
  for (const { path, template, error } of found) {
    if (options.json) {
      printJson(context, { path, template: template?.name ?? null, ...faultJson(error) });
    } else if (error === null) print(context, `${marks.ok}  ${words.check.fine(cleanLine(path))}`);
    else {
      print(context, `${marks.wrong}  ${words.templateErrorText({ ...error, path: cleanLine(path) })}`);
      for (const problem of error.problems) print(context, `     ${words.templateProblemText(problem)}`, 2);
    }
  }
  if (found.length === 0) tell(context, words.check.none(ownTemplatesFolder(context.env)));
  tellUnused(context, unused);
}

/** The mail that a template gives with an example of each outcome, or of one, as it is and as an exercise. */
export async function show(
  context: Context,
  name: string,
  options: Json & { readonly fil?: string; readonly utfall?: string },
): Promise<void> {
  const template = named(name);
  const asked = outcomeOption(options.utfall);
  const source = await sourceOf(context, template, options.fil);
  const purpose = words.purposes[template.kind];
  for (const outcome of asked === undefined ? outcomes : [asked]) {
    for (const isExercise of [false, true]) {
      const mail = exampleMail(template.kind, source, outcome, isExercise);
      if (!mail) {
        if (!isExercise) tell(context, words.show.notMade(purpose, outcomeLabels[outcome]));
      } else if (options.json) {
        printJson(context, { template: template.name, outcome, exercise: isExercise, ...mail });
      } else {
        print(context, words.show.heading(outcomeLabels[outcome], isExercise ? exercise : null));
        print(context, `${callWords.draft.subject}: ${mail.subject}`);
        print(context, '');
        print(context, `${mail.body.trimEnd()}\n`);
      }
    }
  }
}

/** What would be used; or the file, whatever it is called. */
async function sourceOf(context: Context, template: Template, file: string | undefined): Promise<string> {
  if (file !== undefined) {
    try {
      return checked(await readTemplateFile(file), template.fields, file);
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      const faults = error.problems.map(words.templateProblemText);
      const path = cleanLine(file);
      throw new Failure(
        exitCode.checkFailed,
        [words.templateErrorText({ ...error, path }), ...faults].join('\n'),
        error,
      );
    }
  }
  const { source, error } = await deskTemplate(template, context.env);
  if (error) tell(context, callWords.draft.templateProblem(words.templateFailure(error)));
  return source;
}

interface CheckedFile {
  readonly path: string;
  /** Null for the folder of the desk's own templates itself. */
  readonly template: Template | null;
  readonly error: TemplateError | null;
}

async function ownFiles({ env }: Context): Promise<{
  readonly found: readonly CheckedFile[];
  readonly unused: readonly UnusedFile[];
}> {
  const { templates: all, errors, unused } = await readDeskTemplates(env);
  const folder = errors.find(({ kind }) => kind === 'unreadable-folder');
  if (folder) return { found: [{ path: ownTemplatesFolder(env), template: null, error: folder }], unused };
  const found = all.flatMap(({ template, path, error }) =>
    path === null ? [] : [{ path, template, error }],
  );
  return { found, unused };
}

/** Throws Failure when no template has the file's name. */
async function checkFile(path: string): Promise<CheckedFile> {
  const template = named(basename(path));
  try {
    checked(await readTemplateFile(path), template.fields, path);
    return { path, template, error: null };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { path, template, error };
  }
}

function named(name: string): Template {
  const found = findTemplate(name);
  if (found) return found;
  const names = templates.map((template) => template.name);
  throw badInput(words.unknownTemplate(cleanLine(name), names, suggested(name)));
}

function tellUnused(context: Context, unused: readonly UnusedFile[]): void {
  for (const { path, suggestion } of unused) tell(context, words.unusedFile(cleanLine(path), suggestion));
}

function faultJson(error: TemplateError | null): object {
  const problems = (error?.problems ?? []).map((problem) => ({
    ...problem,
    text: words.templateProblemText(problem),
  }));
  return { ok: error === null, fault: error?.kind ?? null, problems };
}
