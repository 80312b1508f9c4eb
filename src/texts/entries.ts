/** What an incident in the log and its entries are called where they are shown. */
export const entryTexts = {
  title: 'Poster:',
  answers: 'Svar:',
  opened: (number: string, whom: string) => `Händelsen öppnad: ${number}, uppgifter från ${whom}`,
  units: (units: readonly string[]) => `Enheter: ${units.join(', ')}`,
  readBack: (unanswered: readonly string[]) =>
    unanswered.length === 0
      ? 'Återläst, uppringaren höll med'
      : `Återläst, uppringaren höll med. Obesvarat: ${unanswered.join(', ')}`,
  motivation: 'Motivering',
  ruleSet: (version: string) => `regler ${version}`,
  asRecommended: '(som rekommenderat)',
  overridden: '(annat än rekommenderat)',
  undecided: 'inget ännu',
  draft: (file: string) => `Utkast sparat: ${file}`,
};
