/** `tjour mejl`: the saved drafts, and the outbox with what is on its way to the mail server. */
export { send } from '../outbox/sendReport.ts';
export { tryOut } from '../outbox/tryServer.ts';
export { handle, withdraw } from './mejlKlar.ts';
export { list } from './mejlLista.ts';
export { save, show } from './mejlUtkast.ts';
