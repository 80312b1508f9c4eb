/** Real incidents as reports are made of them: a scenario file, its entries, the folded incident, the decision. */
import { readFileSync } from 'node:fs';
import { affectedUnits, factsOf } from '../../src/domain/answers.ts';
import { assess } from '../../src/domain/assess.ts';
import { type ChoiceId, recommendedChoice } from '../../src/domain/choices.ts';
import { decide } from '../../src/domain/decision.ts';
import { defaultDeskHours } from '../../src/domain/deskHours.ts';
import { type Entry, type EntryPayloads, type EntryType, entryVersion } from '../../src/domain/entry.ts';
import { foldIncident, type Incident } from '../../src/domain/incident.ts';
import { type IncidentFile, readIncidentFile } from '../../src/domain/incidentFile.ts';
import { callerQuestions, deskQuestions } from '../../src/domain/questions.ts';
import type { ReportInput } from '../../src/domain/report.ts';

export const desk = {
  name: 'Trygghetsjouren',
  phone: '031-390 06 10',
  email: 'trygghetsjouren@goteborg.example',
};
export const director = { name: 'Åsa Öhrn', phone: '070-174 06 05', email: 'asa.ohrn@goteborg.example' };
export const chainHash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** The scenario file with this number, such as `02-brand-aldreboende`, read as the program reads it. */
export function scenario(name: string): IncidentFile {
  const source = readFileSync(new URL(`../scenarios/${name}.json`, import.meta.url), 'utf8');
  const result = readIncidentFile(source);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problems)}`);
  return result.file;
}

export interface Changes {
  readonly number?: string;
  /** Decides otherwise than recommended. */
  readonly choice?: ChoiceId;
  readonly motivation?: string;
}

/** What the report is made of, for this incident, decided as recommended unless `changes` says otherwise. */
export function reportInput(file: IncidentFile, changes: Changes = {}): ReportInput {
  const receivedAt = file.receivedAt ?? '2026-11-21T03:10:00+01:00';
  const incident = incidentOf(file, receivedAt, changes.number ?? 'A-2026-0002');
  const recommendation = assess(factsOf(incident), receivedAt, defaultDeskHours);
  const decision = decide({
    choice: changes.choice ?? recommendedChoice(recommendation),
    recommendation,
    motivation: changes.motivation ?? incident.motivation?.text ?? '',
    receivedAt,
    units: affectedUnits(incident.answers),
    hours: defaultDeskHours,
    consultMinutes: 15,
  });
  return {
    incident,
    recommendation,
    decision: { ...decision, at: receivedAt, by: 'jl' },
    now: receivedAt,
    desk,
    director,
    understoodWhen: null,
    told: [],
    nextReportAt: null,
    chainHash,
  };
}

function incidentOf(file: IncidentFile, receivedAt: string, number: string): Incident {
  const entries: Entry[] = [];
  const add = <T extends EntryType>(type: T, payload: EntryPayloads[T]) => {
    const sequence = entries.length + 1;
    entries.push({
      sequence,
      id: `entry-${sequence}`,
      incident: 'incident-1',
      operator: 'jl',
      receivedAt,
      occurredAt: null,
      recordedAt: receivedAt,
      type,
      version: entryVersion,
      corrects: null,
      payload,
      hash: '',
    });
  };
  const { source, channel, exercise, answers, assessment } = file;
  add('incident-opened', { station: 'A', number, source, channel, exercise, caller: {} });
  for (const { id: question } of callerQuestions) {
    const answer = answers[question];
    if (!answer) continue;
    const units = 'units' in answer ? (answer.units ?? []) : [];
    const certainty = answer.text === '' ? 'unknown' : (answer.certainty ?? 'confirmed');
    add('caller-answered', { question, text: answer.text, certainty, units });
  }
  add('own-operation-answered', { answer: answers.operationDirectlyAffected?.own ?? 'unknown' });
  for (const { id: question } of deskQuestions) {
    add('desk-answered', { question, answer: assessment[question] ?? 'unknown' });
  }
  if (assessment.motivation) add('motivation-given', { text: assessment.motivation });
  const incident = foldIncident(entries);
  if (!incident) throw new Error('no incident');
  return incident;
}
