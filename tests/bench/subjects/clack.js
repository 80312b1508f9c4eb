import { text } from '@clack/prompts';

await text({ message: 'Vad har hänt?' });
