// Says what is wrong with a list of addresses, comma separated, each single or in CIDR form; nothing when all is well.
// Usage: node addresses.mjs public|private LIST
import { BlockList, isIP } from 'node:net';

const [kind, list] = process.argv.slice(2);
const subnets = (...all) => {
  const blocks = new BlockList();
  for (const [address, prefix] of all) blocks.addSubnet(address, prefix, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return blocks;
};
const inside = subnets(['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10]);
const ours = subnets(['10.20.0.0', 16]);
const hostBits = (address, prefix) => address.split('.').reduce((all, part) => all * 256 + Number(part), 0) % 2 ** (32 - prefix);

function wrong(entry) {
  const [, address, digits] = /^([0-9a-fA-F:.]+?)(?:\/(\d{1,3}))?$/.exec(entry) ?? [];
  const version = isIP(address ?? '');
  const longest = version === 6 ? 128 : 32;
  const prefix = Number(digits ?? longest);
  if (version === 0 || prefix > longest) return 'is no address';
  if (prefix < (version === 6 ? 32 : 8)) return 'takes in far too many addresses';
  if (version === 4 && hostBits(address, prefix) > 0) return 'is no network: bits are set behind its prefix';
  const isInside = version === 4 && inside.check(address);
  if (kind === 'public') {
    if (isInside) return 'is a private address, as which nobody comes from outside';
    // Storage takes none of two addresses.
    return prefix === 31 ? 'is to be written as its two addresses' : null;
  }
  if (!isInside) return 'is no private IPv4 address';
  return ours.check(address) || subnets([address, prefix]).check('10.20.0.0') ? 'overlaps our own network, 10.20.0.0/16' : null;
}

for (const entry of list.replaceAll(' ', '').split(',')) {
  const why = wrong(entry);
  if (why !== null) {
    process.stdout.write(`"${entry}" ${why}`);
    break;
  }
}
