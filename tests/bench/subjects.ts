/** What is measured, and what it is measured beside. Each asks the same question and takes text for an answer. */
import { fileURLToPath } from 'node:url';

export interface Subject {
  readonly name: string;
  /** What Node runs. */
  readonly script: readonly string[];
  /** What is pressed after the answer to the first question for the program to reach its end. */
  readonly rest: string;
}

/** The first question, word for word. */
export const question = 'Vad har hänt?';

export const program = fileURLToPath(new URL('../../bin/tjour.js', import.meta.url));
export const emptyScript = script('empty');
export const peakMemory = script('peakMemory');
export const liveMemory = script('liveMemory');

/** The six answers after the first, with `n` for whether the operation is ours; the read-back; the desk's five. */
const restOfTheCall = [
  '\r02:15\r',
  'Kortedala och Bergsjön\r',
  'Ungefär 4 000 hushåll\r',
  'Göteborg Energi, räddningstjänsten\r',
  'Ingen av våra ännu\rn',
  'Hemtjänst, trygghetslarm\r',
  '\r',
  'jnvnn',
  '\r\r',
].join('');

export const tjour: Subject = {
  name: 'tjour',
  script: [program, 'ny-händelse', '--övning'],
  rest: restOfTheCall,
};
export const bareNode: Subject = { name: 'bare Node', script: [script('bareNode')], rest: '\r' };
export const clack: Subject = { name: '@clack/prompts', script: [script('clack')], rest: '\r' };
export const inquirer: Subject = { name: '@inquirer/prompts', script: [script('inquirer')], rest: '\r' };

export const subjects: readonly Subject[] = [tjour, clack, inquirer, bareNode];

function script(name: string): string {
  return fileURLToPath(new URL(`subjects/${name}.js`, import.meta.url));
}
