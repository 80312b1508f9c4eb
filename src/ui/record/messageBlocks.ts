/** The reports and messages with all their words, in the order that they were made. */
import type { Incident } from '../../domain/incident.ts';
import { momentText } from '../../domain/momentText.ts';
import type { Wording } from '../../domain/wording.ts';
import { messageLabels } from '../../texts/labels.ts';
import { record as words } from '../../texts/record.ts';
import type { RecordBlock } from './recordDocument.ts';

export function messageBlocks({ drafts, messages }: Incident): RecordBlock[] {
  const made = [
    ...drafts.map((draft) => ({ ...draft, label: words.report, how: 'saved' as const })),
    ...messages.map((message) => ({ ...message, label: messageLabels[message.message] })),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (made.length === 0) return [{ kind: 'paragraph', text: words.noMessages }];
  return made.flatMap(({ label, at, file, how, to, subject, body, first }): RecordBlock[] => [
    { kind: 'heading', level: 3, text: `${label}: ${subject}` },
    {
      kind: 'fields',
      fields: [
        { label: words.fields.to, value: to ?? words.noRecipient },
        {
          label: words.fields.made,
          value: words.madeHow[how](momentText(at), file ?? ''),
        },
      ],
    },
    { kind: 'paragraph', text: body.trimEnd() },
    ...(first ? firstBlocks(first) : []),
  ]);
}

/** What the program had put together before somebody changed it. */
function firstBlocks({ subject, text }: Wording): RecordBlock[] {
  return [
    { kind: 'heading', level: 3, text: `${words.first}: ${subject}` },
    { kind: 'paragraph', text: text.trimEnd() },
  ];
}
