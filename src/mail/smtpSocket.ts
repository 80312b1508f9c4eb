/** The connection to the mail server, before anything is said on it. */
import { readFileSync } from 'node:fs';
import { BlockList, connect, isIP, type Socket } from 'node:net';
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import type { ConfigurationFault } from '../domain/deliveryOutcome.ts';
import type { MailServer } from './server.ts';

/** What is set up is wrong, before the server has been asked. */
export class ServerSettingsError extends Error {
  override readonly name = 'ServerSettingsError';
  readonly fault: ConfigurationFault;

  constructor(fault: ConfigurationFault, cause?: unknown) {
    super(`mail server: ${fault}`, { cause });
    this.fault = fault;
  }
}

/** Who is trusted: those whom Node trusts, and those of the CA file. Throws ServerSettingsError 'ca-file'. */
export function trusted({ caFile }: MailServer): SecureContext {
  if (caFile === null) return createSecureContext();
  try {
    const added = readFileSync(caFile, 'utf8');
    if (!added.includes('-----BEGIN CERTIFICATE-----')) throw new RangeError('no certificate');
    return createSecureContext({ ca: [...getCACertificates('default'), added] });
  } catch (error) {
    throw new ServerSettingsError('ca-file', error);
  }
}

/** Opens the connection. Rejects with the system's error, or the signal's reason. */
export function openSocket({ host, port }: MailServer, signal: AbortSignal): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const socket = connect({ host, port });
  const giveUp = () => socket.destroy(signal.reason);
  signal.addEventListener('abort', giveUp);
  socket.once('error', reject);
  socket.once('connect', () => {
    signal.removeEventListener('abort', giveUp);
    socket.off('error', reject);
    resolve(socket);
  });
  return promise;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Whether the other end is this machine: the address that was connected to, whatever its name. */
export function isLoopback({ remoteAddress }: Pick<Socket, 'remoteAddress'>): boolean {
  const address = remoteAddress?.replace(/^::ffff:(?=\d+\.)/, '') ?? '';
  const family = isIP(address);
  return family !== 0 && loopback.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Throws ServerSettingsError 'unencrypted' where others could see on the way what must not be seen: a mail unless that
 * is allowed, and the secret in any case. On this machine there is nobody else.
 */
export function assertUnseen(
  { plainAllowed }: Pick<MailServer, 'plainAllowed'>,
  what: 'mail' | 'secret',
  { isHere, isEncrypted }: { readonly isHere: boolean; readonly isEncrypted: boolean },
): void {
  if (isHere || isEncrypted || (what === 'mail' && plainAllowed)) return;
  throw new ServerSettingsError('unencrypted');
}
