/** The words about the register number, and about what is taken out of the log. */

export const register = {
  done: (number: string, registryNumber: string) => `${number} har diarienummer ${registryNumber}.`,
  replaced: (before: string) => `Det ersätter ${before}, som står kvar i loggen.`,
  already: (number: string, registryNumber: string) =>
    `${number} har redan diarienummer ${registryNumber}. Inget är ändrat.`,
  bad: (limit: number) =>
    `Diarienumret ska vara högst ${limit} tecken och får inte vara tomt. Inget är sparat.`,
  notSaved: 'Diarienumret är inte sparat.',
};

export const exporting = {
  oneFormat: 'Ange --pdf FIL eller --json [FIL], en i taget. Inget är uttaget.',
  listAlone: '--csv gäller listan. En händelse tas ut med exportera. Inget är uttaget.',
  notRecorded: 'Uttaget kunde inte antecknas, så inget är uttaget.',
  exists: (path: string) => `${path} finns redan och har inte rörts. Välj ett annat namn. Inget är uttaget.`,
  noPlace: (path: string) => `${path} kan inte skrivas. Inget är uttaget.`,
  notWritten: (path: string) =>
    `${path} kunde inte skrivas och är borttagen. Försöket står i loggen som ett uttag.`,
  saved: (path: string) => `Sparat: ${path}`,
};

/** The list as a table for a spreadsheet. */
export const list = {
  columns: [
    'Nummer',
    'Mottaget',
    'Utfall',
    'När',
    'Läge',
    'Övning',
    'Vad',
    'Operatör',
    'Öppna åtgärder',
    'Id',
  ],
};

/** The check of a file that was taken out. */
export const fileCheck = {
  notFound: (file: string) => `Filen ${file} går inte att läsa.`,
  notExport: (file: string) => `${file} är ingen händelse som är uttagen med --json.`,
  fine: (number: string, count: number, hash: string) =>
    `${number}: alla ${count} poster stämmer med sina kontrollsummor. Sista kontrollsumman: ${hash}`,
  disposed: (count: number) =>
    `Innehållet i ${count === 1 ? 'en post' : `${count} poster`} är gallrat enligt filen. Beslutet om det står i loggen.`,
  limits: (sequence: number) =>
    `Att det är den fil som togs ut visar bara loggen: jämför sista kontrollsumman med den för post ${sequence} där.`,
};
