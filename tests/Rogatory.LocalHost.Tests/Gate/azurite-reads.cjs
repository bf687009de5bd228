// Answers, for a JSON list of {method, target, headers} on standard input, how Azurite reads each: with Azurite's own code, on
// the very libraries that it runs on. Run with node_modules as the working directory.
const path = require("node:path");
const from = (name) => require(path.resolve(name));
const parseurl = from("parseurl");
const parseQuery = from("express/lib/utils").compileQueryParser("extended");
const { extractStoragePartsFromPath } = from("azurite/dist/src/blob/middlewares/blobStorageContext.middleware.js");

// Azurite compiles each operation's path anew for each request; the answer is one of a few.
const utils = from("azurite/dist/src/blob/generated/utils/utils.js");
const matches = new Map();
const match = utils.isURITemplateMatch;
utils.isURITemplateMatch = (url, template) => {
  const key = `${url} ${template}`;
  if (!matches.has(key)) matches.set(key, match(url, template));
  return matches.get(key);
};
const dispatch = from("azurite/dist/src/blob/generated/middleware/dispatch.middleware.js").default;
const operations = from("azurite/dist/src/blob/generated/artifacts/operation.js").default;
const logger = { info() {}, verbose() {}, error() {}, warn() {}, debug() {} };

const plain = (value) => (value === undefined ? null : typeof value === "string" ? value : `not a string: ${JSON.stringify(value)}`);

function read({ method, target, headers, host }) {
  const url = parseurl({ url: target });
  const query = parseQuery(url.query);
  const [account, container, blob] = extractStoragePartsFromPath(host, url.pathname);
  const context = { contextId: "", dispatchPattern: container ? (blob ? "/container/blob" : "/container") : "/" };
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const request = {
    getMethod: () => method,
    getHeader: (name) => lower[name.toLowerCase()],
    getQuery: (name) => query[name],
    getPath: () => url.pathname,
  };
  dispatch(context, request, () => {}, logger);
  return {
    account, container, blob,
    operation: context.operation === undefined ? null : operations[context.operation],
    comp: plain(query.comp),
    snapshot: plain(query.snapshot),
  };
}

const input = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(input.map((call) => {
  try {
    return read(call);
  } catch {
    return null;
  }
})));
