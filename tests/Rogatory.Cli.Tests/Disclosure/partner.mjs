// A partner without our program, by npm jose and node:crypto alone; docs/partner-guide.md walks through it.
//   partner.mjs sign METHOD URL PARTNER KEYS [BODY]   prints the fields that sign a call (RFC 9421)
//   partner.mjs collect FOLDER                        FOLDER has manifest.jws, authority.json, partner.jwk, ITEM.jwe, ITEM.sealed;
//                                                     writes ITEM.plain and receipt.partner.jws
//   partner.mjs acknowledge FOLDER                    FOLDER has recall.jws, manifest.jws, authority.json, partner.jwk;
//                                                     writes acknowledgement.partner.jws
import { createDecipheriv, createHash, createPrivateKey, hkdfSync, randomBytes, sign, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompactSign, calculateJwkThumbprint, compactVerify, createLocalJWKSet, generalDecrypt, importJWK } from 'jose';

const pieceBytes = 1 << 20;
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = bytes => Buffer.from(bytes).toString('hex');
const must = (holds, why) => { if (!holds) throw new Error(why); };
const keyOf = (file, use) => JSON.parse(readFileSync(file, 'utf8')).keys.find(key => key.use === use);

async function signCall(method, url, partner, keys, body) {
  const jwk = keyOf(keys, 'sig');
  const digest = body && `sha-256=:${sha256(readFileSync(body)).toString('base64')}:`;
  const covered = [['@method', method], ['@target-uri', url], ['rogatory-partner', partner], ...(digest ? [['content-digest', digest]] : [])];
  const created = Math.floor(Date.now() / 1000);
  const parameters = `(${covered.map(([name]) => `"${name}"`).join(' ')});created=${created};keyid="${await calculateJwkThumbprint(jwk)}";nonce="${hex(randomBytes(16))}"`;
  const base = [...covered.map(([name, value]) => `"${name}": ${value}`), `"@signature-params": ${parameters}`].join('\n');
  const signature = sign('sha256', Buffer.from(base), { key: createPrivateKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' });
  return {
    'Rogatory-Partner': partner, ...(digest && { 'Content-Digest': digest }),
    'Signature-Input': `sig=${parameters}`, Signature: `sig=:${signature.toString('base64')}:`,
  };
}

async function verify(folder, name, typ) {
  const text = readFileSync(join(folder, name), 'utf8');
  const keys = createLocalJWKSet({ keys: JSON.parse(readFileSync(join(folder, 'authority.json'))).keys });
  const { payload, protectedHeader } = await compactVerify(text, keys, { algorithms: ['ES256'] });
  must(protectedHeader.typ === typ, `${name} is no ${typ}`);
  const statement = JSON.parse(Buffer.from(payload));
  const key = JSON.parse(readFileSync(join(folder, 'authority.json'))).keys.find(({ kid }) => kid === protectedHeader.kid);
  const at = Date.parse(statement.at) / 1000;
  must(at >= key.nbf && !(at >= key.exp), `the key of ${name} did not sign at that time`);
  return { statement, digest: hex(sha256(text)) };
}

async function signStatement(folder, name, typ, statement) {
  const jwk = keyOf(join(folder, 'partner.jwk'), 'sig');
  const payload = Buffer.from(JSON.stringify({ ...statement, at: new Date().toISOString() }));
  const jws = await new CompactSign(payload).setProtectedHeader({ alg: 'ES256', kid: await calculateJwkThumbprint(jwk), typ }).sign(await importJWK(jwk, 'ES256'));
  writeFileSync(join(folder, name), jws);
}

// The pieces of a body as stored: 1 MiB each but for the last.
async function* pieces(file) {
  let held = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: pieceBytes })) {
    held = Buffer.concat([held, chunk]);
    for (; held.length > pieceBytes; held = held.subarray(pieceBytes)) yield { piece: held.subarray(0, pieceBytes), isLast: false };
  }
  yield { piece: held, isLast: true };
}

// RFC 9162 section 2.1.1.
function rootOf(leaves) {
  if (leaves.length === 1) return leaves[0];
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.of(1), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

async function openItem(folder, id, item, privateKey) {
  const envelope = readFileSync(join(folder, `${item.id}.jwe`));
  must(hex(sha256(envelope)) === item.envelope, 'the key envelope is not the one that the manifest names');
  const { plaintext, protectedHeader } = await generalDecrypt(JSON.parse(envelope), privateKey, { keyManagementAlgorithms: ['RSA-OAEP-256'], contentEncryptionAlgorithms: ['A256GCM'] });
  const content = JSON.parse(Buffer.from(plaintext));
  const associated = `rogatory/v1/${id}/${item.id}`;
  must(protectedHeader.typ === 'rogatory-key+jwe' && protectedHeader.case === id && protectedHeader.item === item.id && content.aad === associated, 'the key envelope is another item\'s');
  const [mainKey, header] = [Buffer.from(content.k, 'base64url'), Buffer.from(item.header, 'hex')];
  must(timingSafeEqual(sha256('rogatory/v1/commit', mainKey, header), Buffer.from(item.commitment, 'hex')), 'the key is not the one committed to');

  const [digest, leaves] = [createHash('sha256'), []];
  const [body, plain] = [join(folder, `${item.id}.sealed`), join(folder, `${item.id}.plain`)];
  const key = Buffer.from(hkdfSync('sha256', mainKey, header.subarray(1, 33), associated, 32));
  const out = createWriteStream(`${plain}.part`, { mode: 0o600 });
  let [index, size, stored] = [0, 0, 0];
  for await (const { piece, isLast } of pieces(body)) {
    leaves.push(sha256(Buffer.of(0), piece));
    stored += piece.length;
    must(index > 0 || piece.subarray(0, 40).equals(header), 'the body begins with another header');
    const segment = index === 0 ? piece.subarray(40) : piece;
    const nonce = Buffer.alloc(12);
    header.copy(nonce, 0, 33, 40);
    nonce.writeUInt32BE(index++, 7);
    nonce[11] = isLast ? 1 : 0;
    const cipher = createDecipheriv('aes-256-gcm', key, nonce);
    cipher.setAuthTag(segment.subarray(-16));
    const text = Buffer.concat([cipher.update(segment.subarray(0, -16)), cipher.final()]);
    digest.update(text);
    size += text.length;
    if (!out.write(text)) await new Promise(resolve => out.once('drain', resolve));
  }
  await new Promise(resolve => out.end(resolve));
  const root = hex(rootOf(leaves));
  must(stored === item.size && root === item.sealedRoot, 'the body is not the one that the manifest names');
  must(size === content.size && digest.digest('hex') === content.sha256, 'the plaintext is not the one described');
  renameSync(`${plain}.part`, plain);
  return { id: item.id, sealedRoot: root };
}

async function collect(folder) {
  const { statement: manifest, digest } = await verify(folder, 'manifest.jws', 'rogatory-manifest+jws');
  const privateKey = await importJWK(keyOf(join(folder, 'partner.jwk'), 'enc'), 'RSA-OAEP-256');
  const items = [];
  for (const item of manifest.items) items.push(await openItem(folder, manifest.case, item, privateKey));
  await signStatement(folder, 'receipt.partner.jws', 'rogatory-collection+jws', { disclosure: manifest.disclosure, manifest: digest, items });
}

async function acknowledge(folder) {
  const { statement: recall, digest } = await verify(folder, 'recall.jws', 'rogatory-recall+jws');
  const { statement: manifest, digest: ofManifest } = await verify(folder, 'manifest.jws', 'rogatory-manifest+jws');
  must(recall.disclosure === manifest.disclosure && recall.manifest === ofManifest, 'the recall is for another disclosure');
  await signStatement(folder, 'acknowledgement.partner.jws', 'rogatory-acknowledgement+jws', { disclosure: recall.disclosure, recall: digest });
}

const [command, ...rest] = process.argv.slice(2);
if (command === 'sign') console.log(JSON.stringify(await signCall(...rest)));
else await { collect, acknowledge }[command](...rest);
