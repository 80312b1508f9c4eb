/** A template of the program's, read and checked as the desk's own are. */
import type { FieldDefinitions } from '../../src/domain/reportFields.ts';
import { checked } from '../../src/mail/template.ts';
import { readTemplateFile } from '../../src/mail/templateFile.ts';

export async function loadTemplate(path: string, definitions: FieldDefinitions): Promise<string> {
  return checked(await readTemplateFile(path), definitions, path);
}
