/** Reading an incident that was taken out. Apart from what takes it out, which needs no checks of a file. */
import * as v from 'valibot';
import { type ExportFile, exportFormat } from './chainedEntries.ts';

const text = v.string();
const textOrNull = v.nullable(v.string());
/** 32 bytes. */
const hash = v.pipe(v.string(), v.regex(/^[\da-f]{64}$/));

const storedEntry = v.object({
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  id: text,
  incident: text,
  operator: text,
  receivedAt: text,
  occurredAt: textOrNull,
  recordedAt: text,
  type: text,
  version: v.pipe(v.number(), v.safeInteger()),
  corrects: textOrNull,
  payload: v.unknown(),
  salt: v.nullable(hash),
  disposedBy: textOrNull,
  payloadDigest: hash,
  previousHash: hash,
  hash,
});

const exportFile = v.object({
  format: v.literal(exportFormat),
  number: text,
  exercise: v.boolean(),
  head: v.object({ sequence: v.number(), hash }),
  entries: v.pipe(v.array(storedEntry), v.minLength(1)),
});

/** What the file holds, or null when it is no export of this format. */
export function readExport(source: string): ExportFile | null {
  let stored: unknown;
  try {
    stored = JSON.parse(source.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
  const parsed = v.safeParse(exportFile, stored);
  return parsed.success ? parsed.output : null;
}
