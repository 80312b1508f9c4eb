/** Words about the checklists that a supervisor edits, and the word that such a file uses. */
import type { ChecklistProblem, ChecklistProblemKind } from '../domain/checklist.ts';
import type { ChecklistFileProblem } from '../settings/checklists.ts';

/** Under this heading a point that ends with a question mark wants a written answer. */
export const questionsHeading = 'Frågor';

const problemTexts: Readonly<Record<ChecklistProblemKind, string>> = {
  'no-title': 'Listan saknar namn. Skriv det på en rad som börjar med ”# ”.',
  'no-points': 'Listan har inga punkter. Börja varje punkt med ”- ”.',
  'empty-point': 'punkten är tom.',
  'repeated-point': 'punkten finns redan i listan.',
  'too-many': 'listan är för lång. Den får ha högst 200 punkter.',
  'too-long': 'punkten är för lång. Den får ha högst 300 tecken.',
  unknown: 'raden är varken rubrik eller punkt. Börja en punkt med ”- ” och en rubrik med ”## ”.',
};

/** One fault in a checklist, with its row where it has one. */
export function checklistProblemText({ kind, row }: ChecklistProblem): string {
  const text = problemTexts[kind];
  return kind === 'no-title' || kind === 'no-points' ? text : `Rad ${row}: ${text}`;
}

/** Why a file of a checklist is not used, what is instead, and every fault in it, on one line. */
export function checklistFileProblemText(problem: ChecklistFileProblem): string {
  if (problem.kind === 'unreadable-folder') {
    return `Mappen med egna checklistor, ${problem.path}, går inte att läsa (${problem.code}). Listorna som följer med används.`;
  }
  const instead = problem.builtInUsed ? 'Listan som följer med används i stället.' : 'Listan visas inte.';
  return `Checklistan ${problem.path} går inte att använda. ${instead} ${faultText(problem)}`;
}

function faultText(problem: Exclude<ChecklistFileProblem, { kind: 'unreadable-folder' }>): string {
  switch (problem.kind) {
    case 'unreadable':
      return `Filen går inte att läsa (${problem.code}).`;
    case 'too-large':
      return 'Filen är för stor. Den får vara högst 64 kB.';
    case 'not-utf-8':
      return 'Filen är inte sparad som UTF-8. Spara den en gång till med kodningen UTF-8.';
    case 'invalid':
      return problem.problems.map(checklistProblemText).join(' ');
  }
}
