// Checks a dossier with nothing of the program that wrote it.
// Needs Node.js 20 or later. Usage: node check.mjs dossier.json
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (bytes) => bytes.toString('hex');
const leaf = (text) => sha256(Buffer.of(0), text);
const node = (left, right) => sha256(Buffer.of(1), left, right);
class Broken extends Error {}
const fail = (why) => { throw new Broken(why); };
let part = 'the file'; // What is being read.

const check = () => {
  const dossier = JSON.parse(readFileSync(process.argv[2], 'utf8'));
  const { lines, root, size, lastDigest, sha256: digest } = dossier.ledger;

  // 1. Each line names the SHA-256 of the line above it.
  let above = '0'.repeat(64);
  lines.forEach((text, at) => {
    part = `line ${at + 1}`;
    const line = JSON.parse(text);
    if (line.seq !== at || line.prev !== above || line.case !== dossier.case) fail(`line ${at + 1} does not follow the one above it.`);
    above = hex(sha256(text));
  });

  // 2. The tree over the lines (RFC 9162, section 2.1) has the root that is printed on paper.
  part = 'the ledger';
  const tree = (leaves) => {
    if (leaves.length === 1) return leaves[0];
    let left = 1;
    while (left * 2 < leaves.length) left *= 2;
    return node(tree(leaves.slice(0, left)), tree(leaves.slice(left)));
  };
  const leaves = lines.map(leaf);
  if (lines.length === 0 || hex(tree(leaves)) !== root) fail('the lines have another root.');
  if (size !== lines.length || lastDigest !== above || digest !== hex(sha256(...lines.map((text) => `${text}\n`)))) fail('the lines are not as many, or not those, that are said.');
  console.log(`All ${lines.length} lines of ${dossier.case} are bound together, with root ${root}.`);

  // 3. The authority signed the checkpoint (JWS, ES256) while its key was valid. Take its key from elsewhere if you can.
  const decode = (text, encoding = 'base64url') => {
    const bytes = Buffer.from(text, encoding);
    return bytes.toString(encoding) === text ? bytes : fail(`${part} is not encoded as it has to be.`);
  };
  const open = (statement, kind) => {
    part = `the ${kind}, or the key that signed it,`;
    const [header, payload, signature, ...more] = statement.split('.');
    const { alg, kid, typ } = JSON.parse(decode(header));
    const key = dossier.authority.keys.find((one) => one.use === 'sig' && one.kid === kid);
    const by = key && { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
    const isKind = typ === `rogatory-${key?.space === 'drill' ? 'drill-' : ''}${kind}+jws`;
    if (more.length > 0 || alg !== 'ES256' || (key?.alg ?? alg) !== alg || !isKind || !by || !verify('sha256', Buffer.from(`${header}.${payload}`), by, decode(signature))) fail(`the ${kind}'s signature is not the authority's.`);
    const said = JSON.parse(decode(payload));
    const at = Date.parse(said.at) / 1000;
    return key.nbf <= at && !(at >= key.exp) ? { ...said, key: kid } : fail(`the ${kind} was not signed while the key was valid.`);
  };

  // 4. The checkpoint names the root of the first lines: inclusion by RFC 9162, section 2.1.3.2.
  const { checkpoint: proof, certificates } = dossier;
  if (proof === undefined) fail('the file does not say whether a checkpoint covers the case.');
  const signed = proof && open(proof.checkpoint, 'checkpoint');
  if (proof) {
    part = 'the proof that the case stands in the checkpoint';
    if (proof.case !== dossier.case || proof.size > lines.length || hex(tree(leaves.slice(0, proof.size))) !== proof.root) fail('the lines are not those of the checkpoint.');
    let hash = leaf(JSON.stringify({ case: proof.case, root: proof.root, size: proof.size }));
    let [at, last] = [proof.index, signed.cases - 1];
    if (!(at >= 0 && at <= last)) fail('the case does not stand in the checkpoint.');
    for (const other of proof.path.map((text) => decode(text, 'hex'))) {
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
  }

  // 5. Certificates say what was erased, after so many lines of this ledger.
  part = 'the list of certificates';
  for (const certificate of certificates.map((text) => open(text, 'erasure'))) {
    part = 'a certificate of erasure';
    const { size: after, root: then } = certificate.ledger;
    if (certificate.case !== dossier.case || after > lines.length || hex(tree(leaves.slice(0, after))) !== then) fail('a certificate of erasure is not of these lines.');
  }
  if (!proof) {
    console.log('NOT PROVEN YET: the lines hold together, and no checkpoint covers the case. Ask for a dossier made after the next one.');
    return 2;
  }
  console.log(`HOLDS: the first ${proof.size} of them stand in checkpoint ${signed.number} of ${signed.at}, signed with key ${signed.key}.`);
  return 0;
};

try {
  process.exitCode = check();
} catch (error) {
  const why = error instanceof Broken ? error.message : `${part} can't be read (${`${error.message}`.replace(/[^ -~]+/g, ' ')}).`;
  console.log(`DOES NOT HOLD: ${why}`);
  process.exitCode = 1;
}
