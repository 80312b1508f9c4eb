/** Words for dates and for how long ago. */

/** From Monday. */
export const weekdays = ['mån', 'tis', 'ons', 'tor', 'fre', 'lör', 'sön'] as const;
export const months = [
  'jan',
  'feb',
  'mars',
  'apr',
  'maj',
  'juni',
  'juli',
  'aug',
  'sep',
  'okt',
  'nov',
  'dec',
] as const;

export const yesterday = 'i går';
export const now = 'nu';
export const about = 'ungefär';
/** The two halves of the hour that comes twice when the clocks go back. */
export const summerTime = 'sommartid';
export const winterTime = 'vintertid';

/** How long ago, from whole minutes; below zero when the caller's clock is ahead of the desk's. */
export function ago(minutes: number): string {
  if (minutes === 0) return now;
  const length = duration(Math.abs(minutes) * 60);
  return minutes > 0 ? `${length} sedan` : `om ${length}`;
}

/** How long something took, from whole seconds; a minute or more is told in whole minutes. */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return parts([days, 'dygn'], [hours % 24, 'tim']);
  return parts([hours, 'tim'], [minutes % 60, 'min']);
}

function parts(...amounts: readonly (readonly [number, string])[]): string {
  return amounts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
}
