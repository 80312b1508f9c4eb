import { input } from '@inquirer/prompts';

await input({ message: 'Vad har hänt?' });
