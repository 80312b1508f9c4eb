/** What the desk is told when something falls due: on the screen, on the desktop, by `påminn` and by mail. */

const exerciseMark = 'ÖVNING – ';

export const reminders = {
  /** One line of a list; `late` is a countdown. */
  line: (late: string, number: string, what: string, exercise: boolean) =>
    `${late}  ${number}  ${exercise ? exerciseMark : ''}${what}`,
  /** The notification on the desktop. */
  title: (count: number, exercise: boolean) =>
    `${exercise ? exerciseMark : ''}Trygghetsjouren: ${count === 1 ? 'en bevakning har' : `${count} bevakningar har`} förfallit`,
  /** The line above every other screen; `what` is what has fallen due first. */
  banner: (count: number, what: string) =>
    count === 1 ? `! Förfallet: ${what}` : `! ${count} bevakningar har förfallit. De står på bordet.`,
  none: 'Inget har förfallit.',
  phone: (phone: string, due: string) => `${phone} ska testas, senast ${due}`,
  phoneFault: (phone: string, at: string) => `${phone} fungerade inte vid testet ${at}`,
  handover: (by: string, at: string) => `Överlämningen från ${by} ${at} är inte kvitterad`,
  subject: (count: number, exercise: boolean) =>
    `${exercise ? exerciseMark : ''}[PÅMINNELSE] ${count === 1 ? 'En bevakning har' : `${count} bevakningar har`} förfallit`,
  mailLead: (count: number) =>
    count === 1
      ? 'En bevakning på Trygghetsjouren har förfallit och är inte gjord:'
      : `${count} bevakningar på Trygghetsjouren har förfallit och är inte gjorda:`,
  mailEnd: 'Öppna bordet med: tjour',
  queued: (to: string, count: number) =>
    `Ett mejl till ${to} om ${count === 1 ? 'en bevakning' : `${count} bevakningar`} ligger i utkorgen.`,
  alreadyMailed: 'Jouren har redan fått mejl om det som har förfallit.',
  noAddress: (key: string, program: string) =>
    `Påminnelsen har ingen adress att gå till och ligger inte i utkorgen. Ange adressen med: ${program} inställningar ${key} ADRESS`,
};
