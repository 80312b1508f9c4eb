/** A desk that sends to a server of the test's, with the built program. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authority, certified } from '../../mail/certificates.ts';
import { type Script, type ScriptedServer, scriptedServer } from '../../mail/scriptedServer.ts';
import { type Desk, environment, importContacts, newDesk, program } from '../../pty/desk.ts';
import { record, scenario } from '../support.ts';

const ours = authority('Stadens CA');
const certificate = certified(ours, ['127.0.0.1']);
export const secret = 'Planterad-Hemlighet/åäö+42';
export const hidden = { TJOUR_PROV: secret };
export const director = 'direktoren@goteborg.example';

/** A desk that sends to this server, with a director to send to and an incident to report. */
export async function deskWith(
  server: ScriptedServer,
  given: Readonly<Record<string, unknown>> = {},
  contacts = `förvaltningsdirektör,Eva Ståhl,,031-390 06 20,${director}\n`,
): Promise<{ readonly desk: Desk; readonly number: string }> {
  const login = { 'e-postserver-användare': 'jouren', 'e-postserver-hemlighet': 'miljö:TJOUR_PROV' };
  const desk = { ...deskThatSends(server, { ...login, ...given }), env: hidden };
  await importContacts(desk, `roll,namn,enhet,telefon,e-post\n${contacts}`);
  return { desk, number: await recorded(desk, '02') };
}

/** A desk that sends to this server, with nothing else set up. */
export function deskThatSends(
  { port }: Pick<ScriptedServer, 'port'>,
  given: Readonly<Record<string, unknown>> = {},
): Desk {
  const desk = newDesk();
  mkdirSync(desk.config, { mode: 0o700 });
  writeFileSync(join(desk.folder, 'ca.pem'), ours.cert);
  const settings = {
    'jourens-e-post': 'jouren@goteborg.example',
    'e-postserver-värd': '127.0.0.1',
    'e-postserver-port': port,
    'e-postserver-ca-fil': join(desk.folder, 'ca.pem'),
    ...given,
  };
  writeFileSync(join(desk.config, 'installningar.json'), JSON.stringify(settings));
  return desk;
}

/** Records the scenario and gives the incident's number. */
export async function recorded(desk: Desk, which: string): Promise<string> {
  const [first] = await record(desk, [scenario(which).source]);
  return (first as { readonly incident: { readonly number: string } }).incident.number;
}

export const start = (script: Partial<Script> = {}) => scriptedServer(certificate, script);

/** `tjour mejl skicka`, when the server has got all of the mail and has not answered. */
export async function sendingAtTheDot(
  desk: Desk,
  server: ScriptedServer,
  number: string,
): Promise<ChildProcess> {
  server.script.fault = { step: 'dot', failing: 'silent' };
  const { promise: isThere, resolve: there } = Promise.withResolvers<void>();
  server.onStep = (step) => {
    if (step === 'dot') there();
  };
  const child = spawn(process.execPath, [program, 'mejl', 'skicka', number], { env: environment(desk) });
  await isThere;
  return child;
}
