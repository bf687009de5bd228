#!/usr/bin/env bash
# Checks from outside that a deployed front door, or the local host, answers as it must. It changes nothing.
# Usage: scripts/smoke.sh URL [--wait SECONDS] [--protected BLOB_URL --version-id ID]
#   URL                   the origin, without a path
#   --wait SECONDS        how long it may take to become ready (0)
#   --protected BLOB_URL  tries to delete a protected version of a blob, and must fail. If it does not, that version is GONE.
#   --version-id ID       the version, as its ledger names it; without one, deleting would only hide the blob
# With ROGATORY_TOKEN, an officer's token, it also asks for a case that there isn't.
# With ROGATORY_STORAGE_TOKEN, a token for storage, it deletes as its owner; else BLOB_URL carries a signature of its own.
# Exit status: 0 all checks held, 1 one did not, 2 a command line that can't be used, 4 the front door can't be reached.
# Example: scripts/smoke.sh http://127.0.0.1:7071
# Example: scripts/smoke.sh https://mla.example.org --wait 300
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

misused() {
  say "$*"
  say "See scripts/smoke.sh --help."
  exit 2
}

url='' wait=0 protected='' version=''
while (($# > 0)); do
  case "$1" in
    --wait)
      [[ "${2:-}" =~ ^[0-9]{1,4}$ ]] || misused "--wait takes a number of seconds."
      wait=$((10#$2))
      shift 2 ;;
    --protected)
      [[ "${2:-}" =~ ^https?:// ]] || misused "--protected takes the address of a blob."
      protected="$2"
      shift 2 ;;
    --version-id)
      [[ -n "${2:-}" ]] || misused "--version-id takes a version."
      version="$2"
      shift 2 ;;
    -h | --help)
      sed -n '2,12s/^# //p' "$0"
      exit 0 ;;
    -*) misused "Unknown: $1." ;;
    *)
      [[ -z "$url" ]] || misused "One URL is enough."
      url="${1%/}"
      shift ;;
  esac
done
[[ "$url" =~ ^https?://[^/]+$ ]] || misused "The first argument is an origin, such as http://127.0.0.1:7071."
[[ -z "$version" || -n "$protected" ]] || misused "--version-id goes with --protected."
if [[ -n "$protected" && -z "$version" && ! "$protected" =~ ^http://127\.0\.0\.1: ]]; then
  misused "--protected needs --version-id: where there are versions, deleting without one succeeds and only hides the blob."
fi
command -v curl >/dev/null || misused "curl is missing."
command -v node >/dev/null || misused "Node.js is missing."

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
status=0
failed=0

# call METHOD URL [CURL OPTION...]: leaves the answer in $status and in the folder.
call() {
  local method="$1" target="$2"
  shift 2
  rm -f "$folder/body" "$folder/headers"
  status="$(curl --silent --max-time 30 --max-filesize 1048576 --request "$method" --output "$folder/body" --dump-header "$folder/headers" \
    --write-out '%{http_code}' "$@" -- "$target")" || status=0
  touch "$folder/body" "$folder/headers"
}

# check WHAT EXPRESSION: of status, header(name) and body, which is the JSON of the answer or null.
check() {
  if SMOKE_STATUS="$status" SMOKE_FOLDER="$folder" node --input-type=commonjs -e '
    const { readFileSync } = require("node:fs");
    const status = Number(process.env.SMOKE_STATUS);
    const lines = readFileSync(process.env.SMOKE_FOLDER + "/headers", "latin1").split(/\r?\n/);
    const header = name => lines.findLast(line => line.toLowerCase().startsWith(name + ":"))?.slice(name.length + 1).trim() ?? "";
    const text = readFileSync(process.env.SMOKE_FOLDER + "/body", "utf8");
    let body = null;
    try { body = JSON.parse(text); } catch { }
    const problem = (code, slug) => status === code && header("content-type").startsWith("application/problem+json")
      && body?.type === "urn:rogatory:problem:" + slug && body.status === code && typeof body.title === "string" && !/\bat [\w.<>]+\(/.test(text);
    let holds = false;
    try { holds = eval(process.argv[1]) === true; } catch { }
    process.exit(holds ? 0 : 1);' "$2"; then
    printf 'ok    %s\n' "$1"
  else
    failed=$((failed + 1))
    printf 'FAIL  %s (the answer was %s)\n' "$1" "$status"
  fi
}

api="$url/api/v1"
call GET "$api/health"
for ((waited = 0; status != 200 && waited < wait; waited += 5)); do
  sleep 5
  call GET "$api/health"
done
if ((status == 0)); then
  say "Nothing answers at $url."
  exit 4
fi
check 'health says ready, and every check with it' 'status === 200 && body.status === "ready" && body.checks.length > 0 && body.checks.every(one => one.ready === true)'
check 'health tells nothing but names' 'body.checks.every(one => Object.keys(one).sort().join() === "name,ready")'

call GET "$api/authority"
check 'the authority says who it is' 'status === 200 && body.name.length > 0 && /^[A-Z]{2}$/.test(body.jurisdiction) && typeof body.policy === "string" && typeof body.limits === "object"'
check 'its keys seal to it and verify it' '["enc", "sig"].every(use => body.keys.some(key => key.use === use && key.kid.length > 0))'
check 'no key is a private one' 'body.keys.every(key => !["d", "p", "q", "dp", "dq", "qi", "k"].some(member => member in key))'

call POST "$api/requests" --header 'Content-Type: application/json' --data '{}'
check 'an unsigned request is refused' 'problem(401, "signature-missing") && header("www-authenticate").startsWith("Signature")'
call GET "$api/requests/0000-0000-0000"
check 'an unsigned question about a case is refused' 'problem(401, "signature-missing")'
call GET "$api/cases/0000-0000-0000"
check 'a case is not shown without a token' 'problem(401, "token-missing") && header("www-authenticate").startsWith("Bearer")'
if [[ -n "${ROGATORY_TOKEN:-}" ]]; then
  # By a file, as arguments are seen by whoever lists processes.
  printf 'header = "Authorization: Bearer %s"\n' "$ROGATORY_TOKEN" >"$folder/officer"
  call GET "$api/cases/0000-0000-0000" --config "$folder/officer"
  # Whoever need not know every case is not told which there are.
  check 'an unknown case is told as a problem' 'problem(404, "case-not-found") || problem(403, "access-refused") || problem(403, "role-required")'
fi
call GET "$api/no-such-call"
# The Functions host answers for paths that no trigger has, with nothing but the status.
check 'an unknown call is not found' 'problem(404, "not-found") || (status === 404 && text === "")'
if [[ "$url" == https://* ]]; then
  call GET "http://${url#https://}/api/v1/health"
  check 'nothing is answered without encryption' 'status === 0 || (status >= 300 && status < 400 && header("location").startsWith("https://")) || status === 403'
fi

if [[ -n "$protected" ]]; then
  target="$protected"
  if [[ -n "$version" ]]; then
    [[ "$target" == *\?* ]] && target+='&' || target+='?'
    target+="versionid=$(node -p 'encodeURIComponent(process.argv[1])' "$version")"
  fi
  options=(--header 'x-ms-version: 2021-12-02')
  if [[ -n "${ROGATORY_STORAGE_TOKEN:-}" ]]; then
    printf 'header = "Authorization: Bearer %s"\n' "$ROGATORY_STORAGE_TOKEN" >"$folder/storage"
    options+=(--config "$folder/storage")
  fi
  call DELETE "$target" "${options[@]}"
  # Any other refusal, such as of a caller without rights or from outside the network, proves nothing about the policy.
  check 'a protected version is not deleted, because of its policy' 'status === 409 && ["BlobImmutableDueToPolicy", "BlobImmutableDueToLegalHold"].includes(header("x-ms-error-code"))'
fi

if ((failed > 0)); then
  say "$failed checks failed at $url."
  exit 1
fi
say "All checks held at $url."
