// Checks a dossier with nothing of the program that wrote it.
// Needs Node.js 20 or later. Usage: node check.mjs dossier.json
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const dossier = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { lines, root } = dossier.ledger;
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (bytes) => bytes.toString('hex');
const leaf = (text) => sha256(Buffer.of(0), text);
const node = (left, right) => sha256(Buffer.of(1), left, right);
const fail = (why) => { console.log(`DOES NOT HOLD: ${why}`); process.exit(1); };

// 1. Each line names the SHA-256 of the line above it.
let above = '0'.repeat(64);
lines.forEach((text, at) => {
  const line = JSON.parse(text);
  if (line.seq !== at || line.prev !== above || line.case !== dossier.case) fail(`line ${at + 1} does not follow the one above it.`);
  above = hex(sha256(text));
});

// 2. The tree over the lines (RFC 9162, section 2.1) has the root that is printed on paper.
const tree = (leaves) => {
  if (leaves.length === 1) return leaves[0];
  let left = 1;
  while (left * 2 < leaves.length) left *= 2;
  return node(tree(leaves.slice(0, left)), tree(leaves.slice(left)));
};
const leaves = lines.map(leaf);
if (lines.length === 0 || hex(tree(leaves)) !== root) fail('the lines have another root.');
console.log(`All ${lines.length} lines of ${dossier.case} are bound together, with root ${root}.`);

// 3. The checkpoint names the root of the first lines: inclusion by RFC 9162, section 2.1.3.2.
const proof = dossier.checkpoint;
if (!proof) fail('no checkpoint covers the case yet, so nothing from outside proves it.');
const [header, payload, signature] = proof.checkpoint.split('.');
const signed = JSON.parse(Buffer.from(payload, 'base64url'));
if (proof.case !== dossier.case || proof.size > lines.length || hex(tree(leaves.slice(0, proof.size))) !== proof.root) fail('the lines are not those of the checkpoint.');
let hash = leaf(JSON.stringify({ case: proof.case, root: proof.root, size: proof.size }));
let [at, last] = [proof.index, signed.cases - 1];
for (const other of proof.path.map((text) => Buffer.from(text, 'hex'))) {
  if (last === 0) fail('the checkpoint\'s proof is too long.');
  if (at % 2 === 1 || at === last) {
    hash = node(other, hash);
    while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
  } else {
    hash = node(hash, other);
  }
  [at, last] = [at >> 1, last >> 1];
}
if (last !== 0 || hex(hash) !== signed.root) fail('the case does not stand in the checkpoint.');

// 4. The authority signed the checkpoint (JWS, ES256). Take its key from elsewhere if you can.
const { alg, kid } = JSON.parse(Buffer.from(header, 'base64url'));
const key = dossier.authority.keys.find((one) => one.use === 'sig' && one.kid === kid);
const by = key && { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
if (alg !== 'ES256' || !by || !verify('sha256', Buffer.from(`${header}.${payload}`), by, Buffer.from(signature, 'base64url'))) fail('the checkpoint\'s signature is not the authority\'s.');
console.log(`HOLDS: the first ${proof.size} of them stand in checkpoint ${signed.number} of ${signed.at}, signed with key ${kid}.`);
