// Blocks of an item and proofs of some, after section 5 of functions/Rogatory.Envelope/FORMAT.md, with node:crypto alone.
import { createHmac, hkdfSync } from 'node:crypto';
import { sha256 } from './format.mjs';

const most = 1 << 20;
const height = 40;

/** The blocks of a text. */
export const split = (kind, text) => {
  const blocks = [];
  for (let start = 0, end; start < text.length; start = end) {
    end = Math.min(endOf(kind, text, start), start + most, text.length);
    blocks.push(text.subarray(start, end));
  }
  return blocks;
};

const endOf = (kind, text, start) => {
  if (kind !== 'rows') return text.indexOf(kind === 'pages' ? 0x0c : 0x0a, start) + 1 || text.length;
  const first = text.subarray(start, start + 3).equals(Buffer.from('\ufeff')) ? start + 3 : start;
  for (let at = first, quoted = false, closed = -1; at < Math.min(text.length, start + most); at++) {
    if (quoted) {
      if (text[at] === 0x22) [quoted, closed] = [false, at];
    } else if (text[at] === 0x0a) {
      return at + 1;
    } else if (text[at] === 0x22) {
      quoted = at === first || ',;|\t'.includes(String.fromCharCode(text[at - 1])) || closed === at - 1;
    }
  }
  return text.length;
};

const below = (seed, side) => createHmac('sha256', seed).update(Buffer.from([side, 1])).digest();

function* salts(seed, levels, count) {
  if (count === 0) return;
  if (levels === 0) return yield seed;
  const half = 2 ** (levels - 1);
  yield* salts(below(seed, 0), levels - 1, Math.min(count, half));
  if (count > half) yield* salts(below(seed, 1), levels - 1, count - half);
}

const topSeed = (secret, { case: id, item, kind }) => Buffer.from(hkdfSync('sha256', secret, '', `rogatory/v1/extract/${id}/${item}/${kind}`, 32));

const heightOver = blocks => {
  let levels = 0;
  while (2 ** levels < blocks) levels++;
  return levels;
};

const seedOver = (secret, of, start, levels) => {
  let seed = topSeed(secret, of);
  for (let level = height - 1; level >= levels; level--) seed = below(seed, Math.floor(start / 2 ** level) % 2);
  return seed;
};

// RFC 9162 section 2.1.1: how many leaves the left side has.
const leftOf = count => {
  let left = 1;
  while (left * 2 < count) left *= 2;
  return left;
};

const treeRoot = leaves => {
  if (leaves.length < 2) return leaves[0] ?? sha256('');
  const left = leftOf(leaves.length);
  return sha256('\x01', treeRoot(leaves.slice(0, left)), treeRoot(leaves.slice(left)));
};

const leavesUnder = (seed, levels, blocks) => [...salts(seed, levels, blocks.length)].map((salt, i) => sha256('\0', salt, blocks[i]));
const bind = ({ case: id, item, kind, count }, top) => sha256(`rogatory/v1/blocks/${id}/${item}/${kind}/${count}`, top).toString('hex');

/** How many blocks a text has, and its root in hex. */
export const commit = (secret, of, text) => {
  const blocks = split(of.kind, text);
  return { count: blocks.length, root: bind({ ...of, count: blocks.length }, treeRoot(leavesUnder(topSeed(secret, of), height, blocks))) };
};

/** The top of the tree, of what `hash` gives for each subtree of the plan. */
const join = (start, end, kept, hash) => {
  const inside = kept.reduce((sum, [first, count]) => sum + Math.max(0, Math.min(end, first + count) - Math.max(start, first)), 0);
  if (inside === 0 || inside === end - start) return hash(start, end, inside > 0);
  const middle = start + leftOf(end - start);
  const left = join(start, middle, kept, hash);
  return sha256('\x01', left, join(middle, end, kept, hash));
};

/** The proof and the extract of the blocks kept. */
export const prove = (secret, of, text, kept) => {
  const blocks = split(of.kind, text);
  const leaves = leavesUnder(topSeed(secret, of), height, blocks);
  const nodes = [];
  join(0, blocks.length, kept, (start, end, isKept) => {
    nodes.push(isKept ? seedOver(secret, of, start, heightOver(end - start)) : treeRoot(leaves.slice(start, end)));
    return nodes[0];
  });
  return {
    proof: { format: 'rogatory/v1/blocks', ...of, count: blocks.length, kept, nodes: Buffer.concat(nodes).toString('base64url') },
    extract: Buffer.concat(kept.flatMap(([first, count]) => blocks.slice(first, first + count))),
  };
};

const members = ['case,count,format,item,kept,kind,nodes', 'case,changed,count,format,item,kept,kind,nodes'];
const isId = id => typeof id === 'string' && /^[-.0-9A-Za-z]{1,100}$/.test(id);
const isNumber = value => Number.isSafeInteger(value) && value >= 0;

const areRanges = (ranges, most) => {
  if (!Array.isArray(ranges) || ranges.length === 0) return false;
  let end = -1;
  for (const range of ranges) {
    if (!Array.isArray(range) || range.length !== 2 || !range.every(isNumber) || range[0] <= end || range[1] < 1 || range[0] + range[1] > most) return false;
    end = range[0] + range[1];
  }
  return true;
};

const isOfForm = proof => {
  if (!members.includes(Object.keys(proof).sort().join()) || proof.format !== 'rogatory/v1/blocks') return false;
  if (!isId(proof.case) || !isId(proof.item) || !['lines', 'rows', 'pages'].includes(proof.kind) || !isNumber(proof.count)) return false;
  if (proof.count > 2 ** height || !areRanges(proof.kept, proof.count) || ('changed' in proof && !areRanges(proof.changed, 2 ** height))) return false;
  const nodes = Buffer.from(String(proof.nodes), 'base64url');
  let needed = 0;
  join(0, proof.count, proof.kept, () => sha256(`${needed++}`));
  return nodes.length === needed * 32 && nodes.toString('base64url') === proof.nodes;
};

/** `holds`, or the class of the failure. */
export const verify = (json, root, extract) => {
  let proof;
  try {
    if (json.length > 1 << 24 || !isOfForm(proof = JSON.parse(json))) return 'form';
  } catch {
    return 'form';
  }
  const all = split(proof.kind, extract);
  const isChanged = place => (proof.changed ?? []).some(([first, count]) => place >= first && place < first + count);
  const blocks = all.filter((_, place) => !isChanged(place));
  const count = ranges => ranges.reduce((sum, [, blocks]) => sum + blocks, 0);
  if (blocks.length !== count(proof.kept) || all.length - blocks.length !== count(proof.changed ?? [])) return 'blocks';
  const nodes = Buffer.from(proof.nodes, 'base64url');
  let [node, block] = [0, 0];
  const top = join(0, proof.count, proof.kept, (start, end, isKept) => {
    const given = nodes.subarray(32 * node, 32 * ++node);
    return isKept ? treeRoot(leavesUnder(given, heightOver(end - start), blocks.slice(block, block += end - start))) : given;
  });
  return bind(proof, top) === root ? 'holds' : 'root';
};
