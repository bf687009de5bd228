// The vectors of section 5 of functions/Rogatory.Envelope/FORMAT.md, for make.mjs.
import { commit, prove, split, verify } from '../../Rogatory.Envelope.Tests/interop/blocks.mjs';
import { sha256 } from '../../Rogatory.Envelope.Tests/interop/format.mjs';

const secret = sha256('block secret');
const of = kind => ({ case: '7K3Q-F2M9-X4TD', item: 'statement', kind });
const hex = buffer => buffer.toString('hex');

const texts = [
  ['nothing', ''],
  ['one line', 'a\n'],
  ['one line without its end', 'a'],
  ['an end alone', '\n'],
  ['lines', 'first\nsecond\nthird\n'],
  ['lines, the last without its end', 'first\nsecond\nthird'],
  ['lines of DOS', 'first\r\nsecond\r\n\r\nthird\r\n'],
  ['empty lines', 'first\n\n\n\nfifth\n\n'],
  ['carriage returns alone', 'first\rsecond\rthird\r'],
  ['bytes that are no UTF-8', Buffer.from('c328e9ff0a00ff0a', 'hex')],
  ['rows', 'a,b\n1,2\n3,4\n'],
  ['a line break in quotes', 'a,"b\nb",c\n1,2,3\n'],
  ['a line break in quotes that begin the row', '"a\n",b\n1,2\n'],
  ['quotes after a semicolon, a bar and a tab', '1;"a\na"\n2|"b\nb"\n3\t"c\nc"\n'],
  ['quotes doubled', '"a ""b\n"" c",d\ne\n'],
  ['quotes empty', '"",""\n"\n"\n'],
  ['a quote within a field', '5" pipe,6" pipe\n7\n'],
  ['a quote after a blank', 'a, "b\nc"\n'],
  ['a quote after quotes', '"a"b"\nc\n'],
  ['quotes that are never closed', 'a,"b\nc\nd'],
  ['a byte order mark before quotes', '\ufeff"a\na",b\nc\n'],
  ['a part of a byte order mark before quotes', Buffer.from('efbb22610a61220a', 'hex')],
  ['quotes doubled across a line feed', '"a"\n"b"\n'],
  ['pages', 'First page\n\fSecond page\nwith a line\n\f\fFourth page\f'],
];

export const blocks = () => texts.flatMap(([name, text]) => ['lines', 'rows', 'pages'].map(kind => {
  const bytes = Buffer.from(text);
  return {
    name: `${name}, as ${kind}`, ...of(kind), secret: hex(secret), text: hex(bytes), blocks: split(kind, bytes).map(block => block.length),
    ...commit(secret, of(kind), bytes), expect: 'holds',
  };
}));

export const proofs = () => {
  const vectors = [];
  const rows = count => Buffer.from(Array.from({ length: count }, (_, i) => `${i},${hex(sha256(`${i}`)).slice(0, 8)}\n`).join(''));
  const add = (name, expect, root, proof, extract) => {
    const json = typeof proof === 'string' ? proof : JSON.stringify(proof);
    if (verify(json, root, extract) !== expect) throw new Error(`${name}: ${verify(json, root, extract)}`);
    vectors.push({ name, root, proof: json, extract: hex(extract), expect });
  };
  for (const [count, kept] of [[1, [[0, 1]]], [2, [[1, 1]]], [3, [[2, 1]]], [5, [[0, 5]]], [7, [[0, 2], [4, 2]]], [9, [[8, 1]]], [12, [[1, 10]]], [1000, [[3, 1], [500, 499]]]]) {
    const made = prove(secret, of('rows'), rows(count), kept);
    add(`${JSON.stringify(kept)} of ${count} rows`, 'holds', commit(secret, of('rows'), rows(count)).root, made.proof, made.extract);
  }

  const text = rows(20);
  const { root } = commit(secret, of('rows'), text);
  const { proof, extract } = prove(secret, of('rows'), text, [[2, 3], [9, 1], [17, 3]]);
  const [parts, nodes] = [split('rows', extract), Buffer.from(proof.nodes, 'base64url')];
  const joined = (...order) => Buffer.concat(order.map(i => parts[i]));
  const change = (name, expect, { changes = {}, of: whole = extract, to = root, json } = {}) => add(name, expect, to, json ?? { ...proof, ...changes }, whole);
  const other = prove(sha256('other secret'), { ...of('rows'), item: 'other' }, text, proof.kept);
  const flipped = Buffer.from(extract);
  flipped[4] ^= 1;
  change('as made', 'holds');
  change('members in another order', 'holds', { json: JSON.stringify(Object.fromEntries(Object.entries(proof).reverse()), null, 1) });
  const blackened = (...places) => Buffer.concat(parts.map((part, i) => places.includes(i) ? Buffer.from(`${i},[NAME 1]\n`) : part));
  const some = prove(secret, of('rows'), text, [[3, 2], [17, 2]]);
  const put = Buffer.concat([parts[0], some.extract, parts[6]].map((part, i) => i % 2 ? part : Buffer.from('x,[NAME 1]\n')));
  const mixed = { ...some.proof, changed: [[0, 1], [5, 1]] };
  add('blocks changed at both ends', 'holds', root, mixed, put);
  add('blocks changed, other bytes in them', 'holds', root, mixed, Buffer.concat([Buffer.from('y\n'), put.subarray(put.indexOf('\n') + 1)]));
  add('blocks changed and one kept changed too', 'root', root, { ...mixed, changed: [[0, 1], [4, 1]] }, put);
  add('a changed block too few', 'blocks', root, { ...mixed, changed: [[0, 1]] }, put);
  add('a changed block too many', 'blocks', root, { ...mixed, changed: [[0, 1], [5, 2]] }, put);
  add('a changed block beyond the last', 'blocks', root, { ...mixed, changed: [[0, 1], [6, 1]] }, put);
  add('a block changed that is not said to be', 'root', root, proof, blackened(3));
  add('no changed blocks, as an empty list', 'form', root, { ...proof, changed: [] }, extract);
  add('changed blocks out of order', 'form', root, { ...mixed, changed: [[5, 1], [0, 1]] }, put);
  add('changed blocks that touch', 'form', root, { ...mixed, changed: [[0, 1], [1, 1]] }, put);
  add('a changed place beyond counting', 'form', root, { ...mixed, changed: [[0, 2 ** 40 + 1]] }, put);
  change('a byte changed', 'root', { of: flipped });
  change('two blocks exchanged', 'root', { of: joined(1, 0, 2, 3, 4, 5, 6) });
  change('two blocks of different places exchanged', 'root', { of: joined(3, 1, 2, 0, 4, 5, 6) });
  change('a block left out', 'blocks', { of: joined(0, 1, 2, 4, 5, 6) });
  change('the last block left out', 'blocks', { of: joined(0, 1, 2, 3, 4, 5) });
  change('a block twice', 'blocks', { of: joined(0, 0, 1, 2, 3, 4, 5, 6) });
  change('a block in place of another', 'root', { of: joined(0, 1, 2, 3, 4, 5, 5) });
  change('the last line feed left out', 'root', { of: extract.subarray(0, -1) });
  change('nothing', 'blocks', { of: Buffer.alloc(0) });
  change('the proof of another item', 'root', { json: JSON.stringify(other.proof) });
  change('the root of another item', 'root', { to: commit(secret, { ...of('rows'), item: 'other' }, text).root });
  change('the root of the item as lines', 'root', { to: commit(secret, of('lines'), text).root });
  change('another case', 'root', { changes: { case: '0000-0000-0000' } });
  change('another item', 'root', { changes: { item: 'other' } });
  change('another kind', 'root', { changes: { kind: 'lines' } });
  change('a count of one more, of another plan', 'form', { changes: { count: 21 } });
  const begin = prove(secret, of('rows'), text, [[2, 3]]);
  add('a count of one more, of the same plan', 'root', root, { ...begin.proof, count: 21 }, begin.extract);
  change('other places', 'root', { changes: { kept: [[2, 3], [10, 1], [17, 3]] } });
  change('a salt changed', 'root', { changes: { nodes: Buffer.concat([nodes.subarray(0, 32), nodes.subarray(0, 32), nodes.subarray(64)]).toString('base64url') } });
  change('a salt left out', 'form', { changes: { nodes: nodes.subarray(0, -32).toString('base64url') } });
  change('no salts', 'form', { changes: { nodes: '' } });
  change('a node more', 'form', { changes: { nodes: Buffer.concat([nodes, nodes.subarray(0, 32)]).toString('base64url') } });
  change('a byte of a node left out', 'form', { changes: { nodes: nodes.subarray(0, -1).toString('base64url') } });
  change('padded base64url', 'form', { changes: { nodes: `${proof.nodes}=` } });
  change('a block kept more than is there', 'form', { changes: { kept: [[2, 3], [9, 1], [17, 4]] } });
  change('ranges out of order', 'form', { changes: { kept: [[9, 1], [2, 3], [17, 3]] } });
  change('ranges that touch', 'form', { changes: { kept: [[2, 1], [3, 2], [9, 1], [17, 3]] } });
  change('ranges that overlap', 'form', { changes: { kept: [[2, 3], [4, 1], [17, 3]] } });
  change('a range of nothing', 'form', { changes: { kept: [[2, 0]] } });
  change('nothing kept', 'form', { changes: { kept: [] } });
  change('a negative place', 'form', { changes: { kept: [[-1, 3]] } });
  change('a place beyond counting', 'form', { json: JSON.stringify(proof).replace('[2,3]', '[2,99999999999999999999]') });
  change('a count of none', 'form', { changes: { count: 0 } });
  change('a count above 2^40', 'form', { changes: { count: 2 ** 40 + 1 } });
  change('a count that is text', 'form', { changes: { count: '20' } });
  change('a kind of another name', 'form', { changes: { kind: 'Rows' } });
  change('another format', 'form', { changes: { format: 'rogatory/v2/blocks' } });
  change('a case with a slash', 'form', { changes: { case: 'a/b' } });
  change('a member more', 'form', { changes: { root } });
  change('a member less', 'form', { changes: { item: undefined } });
  change('no JSON', 'form', { json: 'rows' });
  return vectors;
};
