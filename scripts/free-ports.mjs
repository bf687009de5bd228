// free-ports.mjs COUNT prints that many ports of 127.0.0.1, each found free by binding it; --only PORT fails if that one is taken.
// They are looked for below the range from which the system takes ports for outgoing connections, so that none of those can take
// one between this look and its use.
import { createServer } from 'node:net';

const [first, last] = [20000, 32000];

const bind = port => new Promise(resolve => {
  const server = createServer();
  server.once('error', () => resolve(null));
  server.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve(server));
});

async function find(count) {
  const held = new Map();
  for (let tries = 0; held.size < count; tries++) {
    if (tries > 1000) throw new Error('No free port was found.');
    const port = first + Math.floor(Math.random() * (last - first));
    const server = await bind(port);
    if (server) held.set(port, server);
  }
  for (const server of held.values()) server.close();
  return [...held.keys()];
}

const [, , what, port] = process.argv;
if (what === '--only') {
  const server = await bind(Number(port));
  server?.close();
  process.exitCode = server ? 0 : 1;
} else {
  console.log((await find(Number(what))).join(' '));
}
