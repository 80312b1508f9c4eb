/** A mail server on loopback that fails where it is told to, and counts what it has accepted. */
import { createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { Certified } from './certificates.ts';

/** In the order of the dialogue; `handshake` is TLS's own, `dot` the end of the text. */
export const steps = [
  'connect',
  'greeting',
  'ehlo',
  'starttls',
  'handshake',
  'ehlo-again',
  'auth',
  'mail',
  'rcpt',
  'data',
  'body',
  'dot',
  'quit',
] as const;
export type Step = (typeof steps)[number];

/** `cut` hangs up, `silent` says nothing more, `half` hangs up within a line, `huge` says what is right at length. */
export type Failing = 'cut' | 'silent' | 'garbage' | 'half' | 'huge' | { readonly answer: string };

export interface Script {
  /** Where it fails, and how; null when all goes well. */
  fault: { readonly step: Step; readonly failing: Failing } | null;
  /** How many bytes of the text are taken before it fails in the body. */
  bodyBytes: number;
  /** What it offers besides STARTTLS. */
  extensions: readonly string[];
  /** Whether it says that it can encrypt, and can. */
  starttls: 'offered' | 'stripped';
  /** From the first byte. */
  tls: boolean;
  /** Recipients that it will not have, with its answer. */
  readonly refuses: Map<string, string>;
}

export interface Accepted {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came, without the doubled dots and the last. */
  readonly text: string;
}

export interface ScriptedServer {
  readonly port: number;
  readonly script: Script;
  /** Every mail that it answers for: also one whose answer never came. */
  readonly accepted: Accepted[];
  /** What came unencrypted, and what came encrypted. */
  readonly heard: { clear: string; encrypted: string };
  /** Those that are open. */
  readonly sockets: Iterable<Socket>;
  /** Called when a step is reached, before it is answered. */
  onStep: (step: Step) => void;
  close(): Promise<void>;
}

/** Closed when the test is over. */
export async function scriptedServer(
  certified: Certified,
  given: Partial<Script> = {},
): Promise<ScriptedServer> {
  const script: Script = {
    fault: null,
    bodyBytes: 100,
    extensions: ['AUTH PLAIN LOGIN XOAUTH2', 'SIZE 10000000', 'DSN', '8BITMIME'],
    starttls: 'offered',
    tls: false,
    refuses: new Map(),
    ...given,
  };
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    serve(socket, server, certified);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const server: ScriptedServer = {
    port: typeof address === 'object' && address ? address.port : 0,
    script,
    accepted: [],
    heard: { clear: '', encrypted: '' },
    sockets,
    onStep: () => undefined,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        listener.close(() => resolve());
      }),
  };
  onTestFinished(() => server.close());
  return server;
}

function serve(raw: Socket, server: ScriptedServer, certified: Certified): void {
  const { script, heard, accepted } = server;
  let socket: Socket = raw;
  let isEncrypted = false;
  let buffered = '';
  let inBody = false;
  let isSilent = false;
  let question: ((line: string) => void) | null = null;
  let mail = { from: '', to: [] as string[] };

  /** Answers, or fails as the script says. True when all is well. */
  function answer(step: Step, right: string): boolean {
    server.onStep(step);
    const failing = script.fault?.step === step ? script.fault.failing : null;
    if (failing === null) {
      socket.write(`${right}\r\n`);
      return true;
    }
    if (failing === 'huge') {
      const code = right.slice(0, 3);
      const long = `${code}-${'x'.repeat(400)}\r\n`.repeat(250);
      socket.write(`${long}${right}\r\n`);
      return true;
    }
    fail(failing, right);
    return false;
  }

  function fail(failing: Exclude<Failing, 'huge'>, right: string): void {
    if (failing === 'cut') socket.destroy();
    else if (failing === 'silent') isSilent = true;
    else if (failing === 'garbage') socket.write('hej hej\r\n');
    else if (failing === 'half') socket.end(right.slice(0, 7));
    else {
      socket.write(`${failing.answer}\r\n`);
      if (failing.answer.startsWith('421')) socket.end();
    }
  }

  function offer(): string {
    const offered = [
      ...(!isEncrypted && script.starttls === 'offered' ? ['STARTTLS'] : []),
      ...script.extensions,
    ];
    return ['scripted', ...offered]
      .map((each, index) => `250${index === offered.length ? ' ' : '-'}${each}`)
      .join('\r\n');
  }

  function encrypt(): void {
    server.onStep('handshake');
    const failing = script.fault?.step === 'handshake' ? script.fault.failing : null;
    raw.removeAllListeners('data');
    if (failing !== null && failing !== 'huge') {
      fail(failing, '');
      raw.on('data', () => undefined);
      return;
    }
    socket = new TLSSocket(raw, { isServer: true, secureContext: createSecureContext(certified) });
    isEncrypted = true;
    buffered = '';
    socket.on('error', () => undefined).on('data', hear);
    if (script.tls) socket.once('secure', () => answer('greeting', '220 scripted'));
  }

  function onLine(line: string): void {
    const [verb = ''] = line.toUpperCase().split(' ');
    if (question) {
      const next = question;
      question = null;
      next(line);
      return;
    }
    switch (verb) {
      case 'EHLO':
        answer(isEncrypted && !script.tls ? 'ehlo-again' : 'ehlo', offer());
        return;
      case 'STARTTLS':
        if (script.starttls === 'stripped') socket.write('502 5.5.1 Command not implemented\r\n');
        else if (answer('starttls', '220 Go ahead')) encrypt();
        return;
      case 'AUTH':
        onAuth(line);
        return;
      case 'MAIL':
        mail = { from: address(line), to: [] };
        answer('mail', '250 2.1.0 Ok');
        return;
      case 'RCPT': {
        const refusal = script.refuses.get(address(line));
        if (refusal !== undefined) socket.write(`${refusal}\r\n`);
        else if (answer('rcpt', '250 2.1.5 Ok')) mail.to.push(address(line));
        return;
      }
      case 'DATA':
        if (mail.to.length === 0) socket.write('554 5.5.1 No valid recipients\r\n');
        else inBody = answer('data', '354 End data with <CR><LF>.<CR><LF>');
        return;
      case 'RSET':
        socket.write('250 Ok\r\n');
        return;
      case 'QUIT':
        if (answer('quit', '221 Bye')) socket.end();
        return;
      default:
        socket.write('500 5.5.2 What?\r\n');
    }
  }

  function onAuth(line: string): void {
    const [, method = '', token] = line.split(' ');
    if (method.toUpperCase() === 'LOGIN') {
      socket.write('334 VXNlcm5hbWU6\r\n');
      question = () => {
        socket.write('334 UGFzc3dvcmQ6\r\n');
        question = () => void answer('auth', '235 2.7.0 Welcome');
      };
    } else if (token !== undefined) answer('auth', '235 2.7.0 Welcome');
  }

  function onBody(): void {
    const fault = script.fault;
    if (fault?.step === 'body' && buffered.length >= script.bodyBytes) {
      server.onStep('body');
      inBody = false;
      buffered = '';
      fail(fault.failing === 'huge' ? 'garbage' : fault.failing, '250 2.0.0 Ok');
      return;
    }
    server.onStep('body');
    const end = `\r\n${buffered}`.indexOf('\r\n.\r\n');
    if (end < 0) return;
    const text = buffered.slice(0, end).replace(/^\./gm, '');
    buffered = buffered.slice(end + 3);
    inBody = false;
    const refuses = fault?.step === 'dot' && typeof fault.failing === 'object';
    if (!refuses) accepted.push({ ...mail, text });
    answer('dot', '250 2.0.0 Ok: queued as 1A2B3C');
  }

  function hear(chunk: Buffer): void {
    const text = chunk.toString('latin1');
    heard[isEncrypted ? 'encrypted' : 'clear'] += text;
    if (isSilent) return;
    buffered += text;
    for (;;) {
      if (inBody) {
        onBody();
        if (inBody) return;
      }
      const end = buffered.indexOf('\r\n');
      if (end < 0 || isSilent) return;
      const line = buffered.slice(0, end);
      buffered = buffered.slice(end + 2);
      onLine(line);
    }
  }

  server.onStep('connect');
  if (script.fault?.step === 'connect') {
    raw.destroy();
    return;
  }
  raw.on('data', hear);
  if (script.tls) encrypt();
  else answer('greeting', '220 scripted ESMTP');
}

function address(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}
