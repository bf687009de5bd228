// A storage client that shares nothing with Rogatory: Azure Blob REST calls with shared-key signatures, made with node:crypto alone.
//   storage.mjs get URL FILE              fetches a blob
//   storage.mjs export ACCOUNT-URL LEDGER FOLDER   fetches every body and key envelope that the ledger names, to sealed/ and keys/
//   storage.mjs export-disclosures ACCOUNT-URL LEDGER FOLDER   fetches what was made for partners: manifests, key envelopes, sealed bodies
//   storage.mjs delete|overwrite URL      does that, as whoever holds the account key can
//   storage.mjs control ACCOUNT-URL       does both to a blob that nothing protects, to show that the signatures are right
// Prints the status and storage's error code. Ends well only if the status is the one that --expect names (else any 2xx).
import { createHmac } from 'node:crypto';
import { createWriteStream, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';

// The key that Azurite publishes for development. The account is the first part of an address's path.
const key = Buffer.from('Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==', 'base64');

// https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key
function call(method, address, { body, headers = {} } = {}) {
  const url = new URL(address);
  const account = url.pathname.split('/')[1];
  const ours = { ...headers, 'x-ms-date': new Date().toUTCString(), 'x-ms-version': '2021-12-02' };
  const canonicalHeaders = Object.keys(ours).sort().map(name => `${name}:${ours[name]}\n`).join('');
  const query = [...url.searchParams].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `\n${name}:${value}`).join('');
  const length = body?.length ? String(body.length) : '';
  const signed = [method, '', '', length, '', '', '', '', '', '', '', '', `${canonicalHeaders}/${account}${url.pathname}${query}`].join('\n');
  const signature = createHmac('sha256', key).update(signed).digest('base64');
  return fetch(url, { method, body, headers: { ...ours, Authorization: `SharedKey ${account}:${signature}` } });
}

const overwrite = url => call('PUT', url, { body: Buffer.from('overwritten'), headers: { 'x-ms-blob-type': 'BlockBlob' } });
const remove = url => call('DELETE', url);

async function control(accountUrl) {
  const container = `${accountUrl}/demo-control`;
  const answers = [];
  for (const step of [
    () => call('PUT', `${container}?restype=container`), () => overwrite(`${container}/unprotected`), () => overwrite(`${container}/unprotected`),
    () => remove(`${container}/unprotected`), () => call('DELETE', `${container}?restype=container`),
  ]) {
    const answer = await step();
    await answer.arrayBuffer();
    answers.push(answer);
    if (!answer.ok) return answer;
  }
  return answers.at(-1);
}

async function get(address, file) {
  const answer = await call('GET', address);
  if (answer.ok) await pipeline(Readable.fromWeb(answer.body), createWriteStream(file));
  return answer;
}

async function exportCase(accountUrl, ledger, folder) {
  mkdirSync(join(folder, 'sealed'), { recursive: true });
  mkdirSync(join(folder, 'keys'), { recursive: true });
  const lines = readFileSync(ledger, 'utf8').trimEnd().split('\n').map(line => JSON.parse(line));
  const sealed = lines.filter(({ event }) => event === 'sealing.item-sealed');
  for (const { case: id, data: { item, attempt, size } } of sealed) {
    const body = join(folder, 'sealed', item);
    for (const [address, file] of [
      [`${accountUrl}/vault/${id}/${item}/${attempt}`, body],
      [`${accountUrl}/keys/${id}/${item}/${attempt}/0`, join(folder, 'keys', `${item}.jwe`)],
    ]) {
      const answer = await get(address, file);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    }
    if (statSync(body).size !== size) throw new Error(`The body of ${item} has not the size that the ledger records.`);
    console.log(item);
  }
}

async function exportDisclosures(accountUrl, ledger, folder) {
  const lines = readFileSync(ledger, 'utf8').trimEnd().split('\n').map(line => JSON.parse(line));
  for (const { case: id, data: { disclosure, item, copy, region, size } } of lines.filter(({ event }) => event === 'disclosure.item-released')) {
    const made = join(folder, disclosure);
    mkdirSync(made, { recursive: true });
    const number = disclosure.split('-').at(-1);
    for (const [address, file] of [
      [`${accountUrl}/statements/${id}/disclosures/${number}/manifest`, join(made, 'manifest.jws')],
      [`${accountUrl}/keys/${id}/${item}/${copy}/0`, join(made, `${item}.jwe`)],
      [`${accountUrl.replace(/[^/]+$/, `out${region}`)}/outbound/${id}/${item}/${copy}`, join(made, `${item}.sealed`)],
    ]) {
      const answer = await get(address, file);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    }
    if (statSync(join(made, `${item}.sealed`)).size !== size) throw new Error(`The copy of ${item} has not the size that the ledger records.`);
    console.log(disclosure);
  }
}

const [, , verb, address, ...rest] = process.argv;
const exports = { export: exportCase, 'export-disclosures': exportDisclosures };
if (exports[verb]) {
  await exports[verb](address, ...rest);
  process.exit();
}
const expected = process.argv.includes('--expect') ? Number(process.argv[process.argv.indexOf('--expect') + 1]) : null;
const verbs = { get: () => get(address, rest[0]), delete: () => remove(address), overwrite: () => overwrite(address), control: () => control(address) };
const answer = await verbs[verb]();
console.log(`${answer.status}${answer.headers.get('x-ms-error-code') ? ` ${answer.headers.get('x-ms-error-code')}` : ''}`);
process.exitCode = (expected === null ? answer.ok : answer.status === expected) ? 0 : 1;
