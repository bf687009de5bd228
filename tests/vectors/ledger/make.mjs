// Prints ledgers.json: ledgers, sound and unsound, and what a checker must say of each.
// It shares no code with Rogatory.Ledger, so that each is a check on the other.
import { createHash } from 'node:crypto';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

// JSON.stringify writes strings and numbers as RFC 8785 asks; sort() orders by UTF-16 code units.
const canonical = value =>
  value === null || typeof value !== 'object' ? JSON.stringify(value)
    : Array.isArray(value) ? `[${value.map(canonical)}]`
      : `{${Object.keys(value).filter(name => value[name] !== undefined).sort().map(name => `${JSON.stringify(name)}:${canonical(value[name])}`)}}`;

const root = leaves => {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return sha256('\0', leaves[0]);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256('\x01', root(leaves.slice(0, split)), root(leaves.slice(split)));
};

const hex = (digits, seed) => sha256(seed).toString('hex').repeat(2).slice(0, digits);

/** Links entries into lines. Members that an entry gives stand as given, wrong ones too. */
const chain = entries => {
  let prev = '0'.repeat(64);
  return entries.map((entry, seq) => {
    const at = new Date(Date.UTC(2026, 10, 22, 9, seq, 0, 123)).toISOString();
    const line = canonical({ at, case: '7K3Q-F2M9-X4TD', prev, seq, ...entry });
    prev = sha256(line).toString('hex');
    return line;
  });
};

const sealed = (item, command) => ({
  actor: 'partner:fr-pnf',
  event: 'sealing.item-sealed',
  data: {
    command, item, attempt: hex(32, `attempt ${item}`), size: 1306, version: null, header: '28' + hex(78, `header ${item}`),
    commitment: hex(64, `commitment ${item}`), sealedRoot: hex(64, `root ${item}`),
  },
});

const opened = { actor: 'partner:fr-pnf', event: 'intake.request-opened', data: { command: 'c-1', urgency: 'routine', items: ['statement', 'disk'] } };
const deadline = { actor: 'system:flow', event: 'intake.deadline-set', data: { command: 'c-1', days: 0.5, 'é': '\u20ac\u0007"\\', '\ud83d\ude00': 1e21, '\ufb33': -1e-7 } };
const accepted = { actor: 'officer:7c2f', event: 'review.request-accepted', data: { command: 'c-4', citation: 'UNCAC 46', reasons: null } };
const entries = [opened, deadline, sealed('statement', 'c-2'), sealed('disk', 'c-3'), accepted];
const lines = chain(entries);
const registered = { case: 'partners', actor: 'officer:7c2f', event: 'access.partner-registered', data: { command: 'p-1', partner: 'fr-pnf' } };

const text = these => these.map(line => line + '\n').join('');
const withEntry = (index, change) => text(chain(entries.map((entry, i) => (i === index ? { ...entry, ...change } : entry))));
const withData = (index, change) => withEntry(index, { data: { ...entries[index].data, ...change } });
const withLine = (index, line) => text(lines.map((old, i) => (i === index ? line(old) : old)));

const holds = (these, name) => ({ name, text: text(these), holds: true, size: these.length, root: root(these).toString('hex') });
const fails = (name, body, line, fault) => ({ name, text: body, holds: false, line, fault });

const vectors = [
  holds(lines, 'whole'),
  holds(lines.slice(0, 3), 'cut-at-a-line'),
  holds(chain([registered, { ...registered, event: 'access.partner-changed', data: { command: 'p-2', partner: 'fr-pnf' } }]), 'partners'),
  fails('empty', '', 1, 'Empty'),
  fails('not-ended', text(lines).slice(0, -1), 5, 'NotEnded'),
  fails('cut-in-a-line', text(lines).slice(0, -100), 5, 'NotEnded'),
  fails('blank-line', text([...lines.slice(0, 2), '', ...lines.slice(2)]), 3, 'NotCanonical'),
  fails('carriage-return', withLine(0, line => line + '\r'), 1, 'NotCanonical'),
  fails('byte-order-mark', '\ufeff' + text(lines), 1, 'NotCanonical'),
  fails('white-space', withLine(2, line => line.replace(',', ', ')), 3, 'NotCanonical'),
  fails('members-out-of-order', withLine(4, line => line.replace('{', '{"seq":4,').replace(',"seq":4}', '}')), 5, 'NotCanonical'),
  fails('member-twice', withLine(3, line => line.replace('"seq":3', '"seq":3,"seq":3')), 4, 'NotCanonical'),
  fails('member-too-many', withEntry(1, { zone: 'a' }), 2, 'Malformed'),
  fails('member-missing', withEntry(1, { actor: undefined }), 2, 'Malformed'),
  fails('time-without-milliseconds', withEntry(1, { at: '2026-11-22T09:01:00Z' }), 2, 'Malformed'),
  fails('actor-of-no-kind', withEntry(1, { actor: 'someone:7c2f' }), 2, 'Malformed'),
  fails('case-of-no-form', withEntry(0, { case: '7K3Q-F2M9-X4TI' }), 1, 'Malformed'),
  fails('no-command', withData(4, { command: undefined }), 5, 'Malformed'),
  fails('sealed-header-of-another-length', withData(2, { header: '27' + hex(78, 'header statement') }), 3, 'Malformed'),
  fails('sealed-item-without-commitment', withData(3, { commitment: undefined }), 4, 'Malformed'),
  fails('sealed-item-without-version', withData(3, { version: undefined }), 4, 'Malformed'),
  fails('event-of-no-stage', withEntry(4, { event: 'approval.request-accepted' }), 5, 'UnknownEvent'),
  fails('first-line-dropped', text(lines.slice(1)), 1, 'WrongSequence'),
  fails('line-dropped', text([...lines.slice(0, 2), ...lines.slice(3)]), 3, 'WrongSequence'),
  fails('lines-swapped', text([lines[0], lines[2], lines[1], lines[3], lines[4]]), 2, 'WrongSequence'),
  fails('line-doubled', text([...lines.slice(0, 2), ...lines.slice(1)]), 3, 'WrongSequence'),
  fails('byte-changed', withLine(1, line => line.replace('system:flow', 'system:flaw')), 3, 'BrokenChain'),
  fails('first-line-continues-another', withEntry(0, { prev: 'a'.repeat(64) }), 1, 'BrokenChain'),
  fails('time-goes-back', withEntry(3, { at: '2026-11-22T09:02:00.122Z' }), 4, 'TimeGoesBack'),
  fails('other-case', withEntry(3, { case: '7K3Q-F2M9-X4TE' }), 4, 'OtherCase'),
  fails('not-opened', text(chain(entries.slice(2))), 1, 'NotOpened'),
  fails('command-twice', text(chain([...entries, sealed('disk', 'c-2')])), 6, 'DuplicateCommand'),
];

console.log(`[\n${vectors.map(vector => JSON.stringify(vector)).join(',\n')}\n]`);
