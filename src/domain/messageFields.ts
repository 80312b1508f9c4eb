/** What the templates of the messages may use, besides what every template may. */
import type { MessageKind } from './payloads.ts';
import { type CommonFields, commonFields, type FieldDefinition } from './reportFields.ts';

/** A message's content. A text that there is nothing to say in is empty, and so is a list. */
export interface MessageFields extends CommonFields {
  readonly mottagare: string;
  readonly enhet: string;
  readonly forEnheten: string;
  readonly behov: string;
  readonly beslut: string;
  readonly krisledning: string;
  readonly krisledningSkal: string;
  readonly konsekvenser: string;
  readonly gjort: readonly string[];
  readonly kvar: readonly string[];
  readonly gorsInte: readonly string[];
  readonly handelseforlopp: readonly string[];
}

type Definitions = Readonly<Record<keyof MessageFields, FieldDefinition>>;

const definitions: Definitions = {
  ...commonFields,
  handelse: { kind: 'text', required: true },
  mottagare: { kind: 'text' },
  enhet: { kind: 'text' },
  forEnheten: { kind: 'text' },
  behov: { kind: 'text' },
  beslut: { kind: 'text' },
  krisledning: { kind: 'text' },
  krisledningSkal: { kind: 'text' },
  konsekvenser: { kind: 'text' },
  gjort: { kind: 'list' },
  kvar: { kind: 'list' },
  gorsInte: { kind: 'list' },
  handelseforlopp: { kind: 'list' },
};

const withCrisisLeadership: Definitions = { ...definitions, krisledning: { kind: 'text', required: true } };

/** The fields of each kind's template: the same ones, but not the same ones required. */
export const messageFields: Readonly<Record<MessageKind, Definitions>> = {
  'unit-manager': definitions,
  feedback: definitions,
  'crisis-group': withCrisisLeadership,
  'director-update': withCrisisLeadership,
  'director-final': withCrisisLeadership,
};
