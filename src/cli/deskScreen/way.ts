/** How a screen that was opened from another one ended: back to that one, or out of the program. */
export type Way = 'back' | 'exit';
