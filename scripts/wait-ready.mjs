// wait-ready.mjs URL PID TRIES: ends well once URL answers 200 (or, for tcp://, the port accepts), and not well when the process is
// gone or after that many tries, four a second.
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const [, , address, pid, tries] = process.argv;
const url = new URL(address);

const accepts = () => new Promise(resolve => {
  const socket = connect({ host: url.hostname, port: Number(url.port) });
  socket.once('connect', () => { socket.destroy(); resolve(true); });
  socket.once('error', () => resolve(false));
});

const answers = async () => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).status === 200;
  } catch {
    return false;
  }
};

const isRunning = () => {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
};

for (let i = 0; i < Number(tries); i++) {
  if (!isRunning()) process.exit(1);
  if (await (url.protocol === 'tcp:' ? accepts() : answers())) process.exit(0);
  await pause(250);
}
process.exit(1);
