/**
 * What a template may use: fields that every template has, and those of the report to the director. The names are
 * Swedish, without å, ä and ö, since it is supervisors who write the templates; what each means stands at the top of
 * the template that comes with the program.
 */

/** One thing a template may name. */
export interface FieldDefinition {
  /** `text` is written out, `flag` only asked about, `list` gone through. */
  readonly kind: 'text' | 'flag' | 'list';
  /** A template without it is refused. */
  readonly required?: true;
  /** The fields of a list's items. A list without them has plain texts, written as `{{.}}`. */
  readonly items?: FieldDefinitions;
}

export type FieldDefinitions = Readonly<Record<string, FieldDefinition>>;

/** What every report and message can say. A text that there is nothing to say in is empty, and so is a list. */
export interface CommonFields {
  readonly ovning: boolean;
  readonly nummer: string;
  readonly handelse: string;
  readonly vad: string;
  readonly vadUtforligt: string;
  readonly nar: string;
  readonly var: string;
  readonly vilka: string;
  readonly aktorer: string;
  readonly direktPaverkad: string;
  readonly direktEnheter: string;
  readonly egen: string;
  readonly kanPaverkas: string;
  readonly riskEnheter: string;
  readonly bekraftat: string;
  readonly ejBekraftat: string;
  readonly obesvarat: readonly string[];
  readonly informerade: readonly string[];
  readonly nastaRapport: string;
  readonly uppgiftslamnare: string;
  readonly kanal: string;
  readonly mottaget: string;
  readonly rapporttid: string;
  readonly direktor: string;
  readonly journamn: string;
  readonly jourtelefon: string;
  readonly jourmejl: string;
  readonly kontrollsumma: string;
}

/** The content of the report to the director. */
export interface ReportFields extends CommonFields {
  readonly beslut: string;
  readonly samtal: string;
  readonly behov: string;
  readonly atgarder: readonly { readonly rubrik: string; readonly punkter: readonly string[] }[];
  readonly regler: readonly { readonly regel: string; readonly text: string; readonly kalla: string }[];
  readonly rekommendation: string;
  readonly annatBeslut: boolean;
  readonly motivering: string;
  readonly beslutAv: string;
  readonly beslutTid: string;
}

export const commonFields: Readonly<Record<keyof CommonFields, FieldDefinition>> = {
  ovning: { kind: 'flag' },
  nummer: { kind: 'text', required: true },
  handelse: { kind: 'text' },
  vad: { kind: 'text' },
  vadUtforligt: { kind: 'text' },
  nar: { kind: 'text' },
  var: { kind: 'text' },
  vilka: { kind: 'text' },
  aktorer: { kind: 'text' },
  direktPaverkad: { kind: 'text' },
  direktEnheter: { kind: 'text' },
  egen: { kind: 'text' },
  kanPaverkas: { kind: 'text' },
  riskEnheter: { kind: 'text' },
  bekraftat: { kind: 'text' },
  ejBekraftat: { kind: 'text' },
  obesvarat: { kind: 'list' },
  informerade: { kind: 'list' },
  nastaRapport: { kind: 'text' },
  uppgiftslamnare: { kind: 'text' },
  kanal: { kind: 'text' },
  mottaget: { kind: 'text' },
  rapporttid: { kind: 'text' },
  direktor: { kind: 'text' },
  journamn: { kind: 'text' },
  jourtelefon: { kind: 'text' },
  jourmejl: { kind: 'text' },
  kontrollsumma: { kind: 'text' },
};

export const reportFields: Readonly<Record<keyof ReportFields, FieldDefinition>> = {
  ...commonFields,
  beslut: { kind: 'text', required: true },
  samtal: { kind: 'text', required: true },
  behov: { kind: 'text' },
  atgarder: {
    kind: 'list',
    items: {
      rubrik: { kind: 'text' },
      punkter: { kind: 'list' },
    },
  },
  regler: {
    kind: 'list',
    items: {
      regel: { kind: 'text' },
      text: { kind: 'text' },
      kalla: { kind: 'text' },
    },
  },
  rekommendation: { kind: 'text' },
  annatBeslut: { kind: 'flag' },
  motivering: { kind: 'text' },
  beslutAv: { kind: 'text' },
  beslutTid: { kind: 'text' },
};
