/** Every entry in order, with its three times; what was struck stays readable. */
import type { Entry } from '../../domain/entry.ts';
import { minutesLate } from '../../domain/late.ts';
import { momentText } from '../../domain/momentText.ts';
import { entryTexts } from '../../texts/entries.ts';
import { record as words } from '../../texts/record.ts';
import { duration } from '../../texts/when.ts';
import { type EntryLine, entryLines } from '../entryText.ts';
import type { RecordItem } from './recordDocument.ts';

export function timelineItems(entries: readonly Entry[]): RecordItem[] {
  return entryLines(entries).map(({ entry, text, struckBy, corrects }) => {
    const late = minutesLate(entry);
    const marks = [
      ...(late === null ? [] : [words.late(duration(late * 60))]),
      ...(struckBy ? [words.struckBy(struckBy.sequence)] : []),
    ];
    return {
      label: [labelOf(entry), ...marks].join(' · '),
      text,
      isStruck: struckBy !== null,
      isLate: late !== null,
      ...(corrects === null ? {} : { more: [entryTexts.corrects(corrects, entry.type === 'entry-struck')] }),
    };
  });
}

function labelOf({ sequence, recordedAt, receivedAt, occurredAt, operator }: EntryLine['entry']): string {
  const occurred = occurredAt === null ? null : momentText(occurredAt);
  return words.entry(sequence, momentText(recordedAt), momentText(receivedAt), occurred, operator);
}
