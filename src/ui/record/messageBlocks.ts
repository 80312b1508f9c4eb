/** The reports and messages with all their words, in the order that they were made. */
import type { Incident } from '../../domain/incident.ts';
import { momentText } from '../../domain/momentText.ts';
import { messageLabels } from '../../texts/labels.ts';
import { record as words } from '../../texts/record.ts';
import type { RecordBlock } from './recordDocument.ts';

export function messageBlocks({ drafts, messages }: Incident): RecordBlock[] {
  const made = [
    ...drafts.map((draft) => ({ ...draft, label: words.report })),
    ...messages.map((message) => ({ ...message, label: messageLabels[message.message] })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (made.length === 0) return [{ kind: 'paragraph', text: words.noMessages }];
  return made.flatMap(({ label, at, file, to, subject, body }): RecordBlock[] => [
    { kind: 'heading', level: 3, text: `${label}: ${subject}` },
    {
      kind: 'fields',
      fields: [
        { label: words.fields.to, value: to ?? words.noRecipient },
        {
          label: words.fields.made,
          value: file === null ? words.copied(momentText(at)) : words.savedAs(momentText(at), file),
        },
      ],
    },
    { kind: 'paragraph', text: body.trimEnd() },
  ]);
}
