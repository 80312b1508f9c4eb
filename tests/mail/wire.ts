/** The wire between the program and a mail server: everything on it is written down, and it can be tampered with. */
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Somebody in the midst: what comes from one end and what goes on to the other. */
export interface Tampering {
  /** The server's bytes; the client gets what is returned. */
  readonly fromServer?: (bytes: Buffer) => Buffer;
  /** The client's bytes: what is returned goes on to the server, and `answer` goes back in the server's name. */
  readonly fromClient?: (bytes: Buffer, answer: (text: string) => void) => Buffer;
}

export interface Wire {
  readonly port: number;
  /** All that the client has sent, a character for each byte. */
  sent(): string;
  /** The same up to where TLS begins, for each connection. */
  sentInClear(): string[];
}

const nothing = Buffer.alloc(0);

/** Leads to `port` on loopback. Cut when the test is over. */
export async function wire(port: number, { fromServer, fromClient }: Tampering = {}): Promise<Wire> {
  const sockets = new Set<Socket>();
  const connections: Buffer[][] = [];
  const listener = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    const sent: Buffer[] = [];
    connections.push(sent);
    for (const [socket, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy()).on('close', () => other.destroy());
    }
    client.on('data', (bytes: Buffer) => {
      sent.push(bytes);
      const answer = (text: string) => client.write(text);
      server.write(fromClient ? fromClient(bytes, answer) : bytes);
    });
    server.on('data', (bytes: Buffer) => client.write(fromServer ? fromServer(bytes) : bytes));
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    listener.close();
  });
  const address = listener.address();
  const all = () => connections.map((sent) => Buffer.concat(sent).toString('latin1'));
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    sent: () => all().join('\n'),
    // A handshake's record begins with its type and its version (RFC 8446, section 5.1).
    sentInClear: () => all().map((each) => each.split('\x16\x03', 1).join()),
  };
}

/** Answers the client's STARTTLS in the server's name, which never hears of it. */
export function answeringStarttls(text: string): NonNullable<Tampering['fromClient']> {
  return (bytes, answer) => {
    if (!bytes.toString('latin1').startsWith('STARTTLS')) return bytes;
    answer(text);
    return nothing;
  };
}

/** Sends on the client's STARTTLS with commands of somebody else's behind it. */
export function addingToStarttls(bytes: Buffer): Buffer {
  const isStarttls = bytes.toString('latin1').startsWith('STARTTLS');
  return isStarttls ? Buffer.concat([bytes, Buffer.from('MAIL FROM:<x@y.se>\r\n')]) : bytes;
}

/** Puts something else in the server's words; what it puts there may hold what it replaced, as `$&`. */
export function replacing(what: RegExp, by: string): NonNullable<Tampering['fromServer']> {
  return (bytes) => Buffer.from(bytes.toString('latin1').replace(what, by), 'latin1');
}
