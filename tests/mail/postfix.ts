/**
 * A Postfix of its own on the loopback interface: TLS by a private authority, logins, greylisting, and a queue that
 * bounces. It needs Debian's `postfix` and `sasl2-bin`, and root, since Postfix starts as no one else.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const domain = 'example.test';
export const user = `jouren@${domain}`;
export const director = `direktor@${domain}`;
/** Taken in, and then found not to exist: whoever sent it gets a bounce. */
export const bouncing = `studs@${domain}`;

export interface Postfix {
  readonly port: number;
  /** The authority's certificate, a PEM file. */
  readonly ca: string;
  readonly password: string;
  /** From now on the first try of each new message is put off. */
  greylist(): void;
  /** The files of the messages that have come to an address, oldest first. */
  mailbox(address: string): string[];
  stop(): void;
}

const programs = {
  postfix: '/usr/sbin/postfix',
  saslpasswd2: '/usr/sbin/saslpasswd2',
  openssl: '/usr/bin/openssl',
};

/** Why there is none here; null when there is. */
export function postfixMissing(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'Postfix starts as root only';
  const missing = Object.values(programs).filter((file) => !existsSync(file));
  if (missing.length > 0) return `not installed: ${missing.join(', ')}`;
  return spawnSync('python3', ['--version']).status === 0 ? null : 'not installed: python3';
}

/** Starts it. Throws when it does not answer. */
export async function startPostfix(): Promise<Postfix> {
  const folder = mkdtempSync(join(tmpdir(), 'tjour-postfix-'));
  // Its own users must be able to go in.
  chmodSync(folder, 0o755);
  const password = 'h3mligt-provlösen'.replace('ö', 'o');
  const policy = await startPolicy();
  const port = await freePort();
  makeCertificates(folder);
  const config = join(folder, 'etc');
  mkdirSync(config);
  makeLogins(folder, config, password);
  writeFileSync(join(config, 'main.cf'), mainCf(folder, policy.port));
  writeFileSync(join(config, 'master.cf'), masterCf(port));
  for (const name of ['queue', 'data', 'mail']) mkdirSync(join(folder, name), { mode: 0o755 });
  execFileSync('chown', ['postfix', join(folder, 'data')]);
  execFileSync('chown', ['nobody', join(folder, 'mail')]);
  const postfix = (command: string) =>
    execFileSync(programs.postfix, ['-c', config, command], { stdio: ['ignore', 'pipe', 'pipe'] });
  postfix('start');
  return {
    port,
    ca: join(folder, 'ca.pem'),
    password,
    greylist: () => policy.greylist(),
    mailbox(address) {
      const fresh = join(folder, 'mail', address.slice(0, address.indexOf('@')), 'new');
      return existsSync(fresh)
        ? readdirSync(fresh)
            .toSorted()
            .map((name) => join(fresh, name))
        : [];
    },
    stop() {
      policy.stop();
      postfix('abort');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function mainCf(folder: string, policyPort: number): string {
  const nobody = execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }).trim();
  const boxes = [user, director, bouncing].map((address) => `{ ${address} = ${address.split('@')[0]}/ }`);
  return `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
maillog_file = ${folder}/mail.log
maillog_file_prefixes = ${folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.${domain}
mydestination =
mynetworks =
alias_maps =
virtual_mailbox_domains = ${domain}
virtual_mailbox_base = ${folder}/mail
virtual_mailbox_maps = inline:{${boxes.join(', ')}}
virtual_uid_maps = static:${nobody}
virtual_gid_maps = static:${nobody}
transport_maps = inline:{{ ${bouncing} = error:5.1.1 finns inte }}
smtpd_reject_unlisted_recipient = no
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_tls_cert_file = ${folder}/server.pem
smtpd_tls_key_file = ${folder}/server.key
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = cyrus
smtpd_sasl_local_domain = ${domain}
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_policy_service inet:127.0.0.1:${policyPort}, permit_sasl_authenticated, reject
`;
}

/** Only what is needed, and nothing in a cage of its own. */
function masterCf(port: number): string {
  const services = [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    'pickup unix n - n 60 1 pickup',
    'cleanup unix n - n - 0 cleanup',
    'qmgr unix n - n 300 1 qmgr',
    'tlsmgr unix - - n 1000? 1 tlsmgr',
    'rewrite unix - - n - - trivial-rewrite',
    'bounce unix - - n - 0 bounce',
    'defer unix - - n - 0 bounce',
    'trace unix - - n - 0 bounce',
    'verify unix - - n - 1 verify',
    'proxymap unix - - n - - proxymap',
    'error unix - - n - - error',
    'retry unix - - n - - error',
    'virtual unix - n n - - virtual',
    'anvil unix - - n - 1 anvil',
    'postlog unix-dgram n - n - 1 postlogd',
  ];
  return `${services.join('\n')}\n`;
}

function makeCertificates(folder: string): void {
  const openssl = (...args: string[]) =>
    execFileSync(programs.openssl, args, { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '2',
    '-subj',
    '/CN=Provets CA',
  );
  openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
  writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names', '-days', '2'];
  openssl('x509', '-req', '-in', 'server.csr', ...signing, '-out', 'server.pem');
}

/** Debian's Postfix looks for how to check logins in a folder beside its configuration. */
function makeLogins(folder: string, config: string, password: string): void {
  const sasl = join(config, 'sasl');
  mkdirSync(sasl);
  const database = join(folder, 'sasldb2');
  const conf = [
    'pwcheck_method: auxprop',
    'auxprop_plugin: sasldb',
    `sasldb_path: ${database}`,
    'mech_list: PLAIN LOGIN',
  ];
  writeFileSync(join(sasl, 'smtpd.conf'), `${conf.join('\n')}\n`);
  // Read by Postfix's own user.
  chmodSync(sasl, 0o755);
  chmodSync(join(sasl, 'smtpd.conf'), 0o644);
  const name = user.slice(0, user.indexOf('@'));
  execFileSync(programs.saslpasswd2, ['-p', '-c', '-f', database, '-u', domain, name], { input: password });
  execFileSync('chown', ['postfix', database]);
}

/** Answers Postfix's question about each recipient (its SMTPD_POLICY_README): yes, or not the first time. */
async function startPolicy() {
  let isGrey = false;
  const seen = new Set<string>();
  const server = createServer((socket) => {
    let asked = '';
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      asked += String(data);
      for (let end = asked.indexOf('\n\n'); end >= 0; end = asked.indexOf('\n\n')) {
        const [, recipient = ''] = /^recipient=(.*)$/m.exec(asked.slice(0, end)) ?? [];
        asked = asked.slice(end + 2);
        const isNew = isGrey && !seen.has(recipient);
        seen.add(recipient);
        socket.write(`action=${isNew ? 'DEFER Greylisted, try again' : 'DUNNO'}\n\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    greylist() {
      seen.clear();
      isGrey = true;
    },
    stop: () => server.close(),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The message as Python's own `email` reads it. */
export function readByPython(file: string): Readonly<Record<string, unknown>> {
  const script = `import sys, json, email, email.policy
m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
parts = [{'type': p.get_content_type(), 'text': p.get_content()} for p in m.walk() if not p.is_multipart()]
print(json.dumps({'headers': [[k, str(v)] for k, v in m.items()], 'parts': parts, 'defects': [str(d) for d in m.defects]}))`;
  return JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' })) as Record<
    string,
    unknown
  >;
}

/** The raw text of a message. */
export function rawOf(file: string): string {
  return readFileSync(file, 'latin1');
}
