/** What an incident's text says of how its decision has been carried out. Moments are given as text. */

export const carriedOut = {
  toDo: 'Att göra:',
  exercise: 'ÖVNING, kontakta ingen på riktigt – ',
  nothingToDo: 'Allt är gjort.',
  promised: 'Utlovat och bevakat:',
  done: 'Gjort:',
  skipped: 'Görs inte:',
  neverDone: 'Inte gjort när händelsen avslutades:',
  nowSince: (moment: string) => `nu, sedan ${moment}`,
  withoutTime: 'utan tid',
  assigned: (to: string) => `(tilldelat ${to})`,
  advice: (who: string, advice: string) => `Råd från ${who}: ${advice}. Beslut återstår.`,
  tried: (attempts: readonly string[]) => `Försökt: ${attempts.join('; ')}`,
  attempt: (who: string, result: string, moment: string) => `${who} ${result} ${moment}`,
  reached: (who: string) => `nådd ${who}`,
  acknowledged: (by: string, moment: string) => `kvitterat av ${by} ${moment}`,
  reason: (reason: string) => `Skäl: ${reason}`,
};
