/** The words of `tjour demo`. */
const number = new Intl.NumberFormat('sv');

export const demo = {
  badCount: (count: string, most: number) =>
    `${count} är inget antal. Skriv ett helt tal från 1 till ${number.format(most)}. Inget är ändrat.`,
  notEmpty: (folder: string) =>
    `Mappen ${folder} är inte tom. Påhittade händelser läggs bara i en tom mapp. Inget är ändrat. Välj en annan mapp med TJOUR_DATA.`,
  progress: (done: number, count: number) => `${number.format(done)} av ${number.format(count)} händelser`,
  interrupted: 'Avbrutet. Inget är sparat.',
  done: (count: number, folder: string) =>
    `${number.format(count)} påhittade ${count === 1 ? 'händelse' : 'händelser'} ligger i ${folder}.`,
  contacts: (count: number) => `Kontaktregistret har fått ${count} påhittade kontakter.`,
  neverForReal: 'Ta inte emot riktiga samtal i den mappen.',
  next: (program: string) => `Titta med: ${program} logg, ${program} statistik eller ${program}`,
};
