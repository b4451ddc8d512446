import { connect, createServer } from 'node:net';
import { fault } from './fault.ts';

/** Where the portal is served, and where the emulator listens, unless the environment names others. */
export function portalPort(): number {
  return portFrom('BANLI_PORT', 4300);
}

export function cloudPort(): number {
  return portFrom('BANLI_CLOUD_PORT', 4301);
}

function portFrom(name: string, usual: number): number {
  const text = process.env[name];
  if (text === undefined) return usual;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw fault(`${name}=${text} is not a port number: give one from 1 to 65535.`);
}

/** True when something accepts connections on this port of the loopback address. */
export function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** A port nobody used a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port number'));
        else resolve(address.port);
      });
    });
  });
}

/** Waits until the answer is yes; false when it was still no after `forSeconds`. */
export async function until(question: () => Promise<boolean>, forSeconds: number): Promise<boolean> {
  const end = Date.now() + forSeconds * 1000;
  for (;;) {
    if (await question()) return true;
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
