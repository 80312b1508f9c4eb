/**
 * What a template of the report to the director may use. The names are Swedish, without å, ä and ö, since it is
 * supervisors who write the templates; the meanings are theirs to read too.
 */

/** One thing a template may name. */
export interface FieldDefinition {
  /** `text` is written out, `flag` only asked about, `list` gone through. */
  readonly kind: 'text' | 'flag' | 'list';
  readonly meaning: string;
  /** A template without it is refused. */
  readonly required?: true;
  /** The fields of a list's items. A list without them has plain texts, written as `{{.}}`. */
  readonly items?: FieldDefinitions;
}

export type FieldDefinitions = Readonly<Record<string, FieldDefinition>>;

/** The report's content. A text that there is nothing to say in is empty, and so is a list. */
export interface ReportFields {
  readonly ovning: boolean;
  readonly nummer: string;
  readonly beslut: string;
  readonly samtal: string;
  readonly behov: string;
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
  readonly atgarder: readonly { readonly rubrik: string; readonly punkter: readonly string[] }[];
  readonly informerade: readonly string[];
  readonly nastaRapport: string;
  readonly regler: readonly { readonly regel: string; readonly text: string; readonly kalla: string }[];
  readonly rekommendation: string;
  readonly annatBeslut: boolean;
  readonly motivering: string;
  readonly beslutAv: string;
  readonly beslutTid: string;
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

export const reportFields: Readonly<Record<keyof ReportFields, FieldDefinition>> = {
  ovning: {
    kind: 'flag',
    meaning: 'Sant i en övning. ÖVNING skrivs alltid först och sist, utan mallens hjälp.',
  },
  nummer: { kind: 'text', required: true, meaning: 'Händelsens nummer, till exempel A-2026-0002.' },
  beslut: { kind: 'text', required: true, meaning: 'Vad operatören har beslutat, som en mening.' },
  samtal: {
    kind: 'text',
    required: true,
    meaning:
      'När direktören rings upp, och att mejlet aldrig ersätter samtalet. Tom för ordinarie händelser.',
  },
  behov: { kind: 'text', meaning: 'Om direktören behöver besluta något.' },
  handelse: { kind: 'text', meaning: 'Vad som har hänt och var, i en mening.' },
  vad: { kind: 'text', meaning: 'Vad har hänt? Hela svaret.' },
  vadUtforligt: { kind: 'text', meaning: 'Som vad, men tom när meningen i handelse redan säger allt.' },
  nar: { kind: 'text', meaning: 'När har det hänt? Svaret, och tidpunkten när den är känd.' },
  var: { kind: 'text', meaning: 'Var har det hänt?' },
  vilka: { kind: 'text', meaning: 'Vilka är påverkade? Antal, aldrig namn på omsorgstagare.' },
  aktorer: { kind: 'text', meaning: 'Vilka aktörer är redan involverade?' },
  direktPaverkad: { kind: 'text', meaning: 'Vilken verksamhet är direkt påverkad?' },
  direktEnheter: {
    kind: 'text',
    meaning: 'Våra direkt påverkade enheter, när svaret inte redan nämner dem.',
  },
  egen: { kind: 'text', meaning: 'Om den direkt påverkade verksamheten är vår egen: ja, nej eller vet ej.' },
  kanPaverkas: { kind: 'text', meaning: 'Vilka verksamheter kan påverkas?' },
  riskEnheter: { kind: 'text', meaning: 'Våra enheter som kan påverkas, när svaret inte redan nämner dem.' },
  bekraftat: { kind: 'text', meaning: 'Vilka av uppgifterna som är bekräftade.' },
  ejBekraftat: { kind: 'text', meaning: 'Vilka av uppgifterna som inte är bekräftade.' },
  obesvarat: { kind: 'list', meaning: 'Frågorna som ännu inte har fått svar.' },
  atgarder: {
    kind: 'list',
    meaning: 'Vad jouren gör, samlat efter tid.',
    items: {
      rubrik: { kind: 'text', meaning: 'Om det ska eller bör göras, och när.' },
      punkter: { kind: 'list', meaning: 'Åtgärderna.' },
    },
  },
  informerade: { kind: 'list', meaning: 'Vilka som är informerade hittills.' },
  nastaRapport: { kind: 'text', meaning: 'När nästa rapport kommer. Tom när ingen tid är bestämd.' },
  regler: {
    kind: 'list',
    meaning: 'Reglerna bakom rekommendationen.',
    items: {
      regel: { kind: 'text', meaning: 'Regelns beteckning, till exempel R1.' },
      text: { kind: 'text', meaning: 'Varför, i en mening.' },
      kalla: { kind: 'text', meaning: 'Meningen i anvisningen, eller hur den har tolkats.' },
    },
  },
  rekommendation: { kind: 'text', meaning: 'Vad reglerna rekommenderar, som en mening.' },
  annatBeslut: { kind: 'flag', meaning: 'Sant när operatören har beslutat annat än rekommendationen.' },
  motivering: { kind: 'text', meaning: 'Operatörens motivering, när det finns någon.' },
  beslutAv: { kind: 'text', meaning: 'Operatörens signatur.' },
  beslutTid: { kind: 'text', meaning: 'När beslutet togs.' },
  uppgiftslamnare: { kind: 'text', meaning: 'Varifrån uppgifterna kom, till exempel TIB.' },
  kanal: { kind: 'text', meaning: 'Hur de kom: telefon, Rakel, mejl eller besök.' },
  mottaget: { kind: 'text', meaning: 'När jouren fick veta det.' },
  rapporttid: { kind: 'text', meaning: 'När rapporten skrevs.' },
  direktor: { kind: 'text', meaning: 'Förvaltningsdirektörens namn, när det är känt.' },
  journamn: { kind: 'text', meaning: 'Jourens namn.' },
  jourtelefon: { kind: 'text', meaning: 'Jourens telefonnummer.' },
  jourmejl: { kind: 'text', meaning: 'Jourens e-postadress.' },
  kontrollsumma: {
    kind: 'text',
    meaning: 'Loggens senaste kontrollsumma, som visar om loggen har ändrats efteråt.',
  },
};
