/** Words for how long there is left, or how late it is. */
import { now } from './when.ts';

const minutesAnHour = 60;
const hoursADay = 24;
/** Up to this many days hours and minutes say more: "om 47 h 05 min". */
const daysInHours = 2;

/** From whole minutes: above zero ahead, below zero late. `om 12 min`, `om 2 h 05 min`, `om 3 dygn`, `nu`. */
export function countdown(minutes: number): string {
  if (minutes === 0) return now;
  return minutes > 0 ? `om ${length(minutes)}` : `försenad ${length(-minutes)}`;
}

function length(minutes: number): string {
  const hours = Math.floor(minutes / minutesAnHour);
  if (hours === 0) return `${minutes} min`;
  if (hours >= daysInHours * hoursADay) return `${Math.floor(hours / hoursADay)} dygn`;
  return `${hours} h ${String(minutes % minutesAnHour).padStart(2, '0')} min`;
}
