/** What each journal entry is called where it is shown. */
export const entryTexts = {
  title: 'Poster:',
  from: (whom: string) => `Uppgifterna kommer från  ${whom}`,
  opened: (number: string, whom: string) => `Händelsen öppnad: ${number}, uppgifter från ${whom}`,
  units: (units: readonly string[]) => `Enheter: ${units.join(', ')}`,
  readBack: (unanswered: readonly string[]) =>
    unanswered.length === 0
      ? 'Återläst, uppringaren höll med'
      : `Återläst, uppringaren höll med. Obesvarat: ${unanswered.join(', ')}`,
  motivation: 'Motivering',
  ruleSet: (version: string) => `regler ${version}`,
  overridden: '(annat än rekommenderat)',
  draft: (file: string) => `Utkast sparat: ${file}`,
};
