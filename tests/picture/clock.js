/** Loaded before the program: its clock stands at the time that the file PICTURE_CLOCK holds. */
import { readFileSync } from 'node:fs';

const file = process.env.PICTURE_CLOCK;
if (file) Temporal.Now.instant = () => Temporal.Instant.from(readFileSync(file, 'utf8'));
