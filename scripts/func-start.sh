#!/usr/bin/env bash
# Runs the Functions app under Azure Functions Core Tools, with the host's own state in Azurite. Ctrl-C stops both.
# Keys, ledgers and queues are those of a development deployment, as whoever is signed in with az: azd provision writes their
# addresses to functions/Rogatory.Functions/local.settings.json, and messages in its queues are taken by whichever app is first. For everything on this machine, use scripts/run.sh.
# Usage: scripts/func-start.sh [--port N]
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

port=7071
while (($# > 0)); do
  case "$1" in
    --port)
      [[ "${2:-}" =~ ^[0-9]{1,5}$ ]] && ((10#$2 >= 1 && 10#$2 <= 65535)) || fail "--port takes a number from 1 to 65535."
      port=$((10#$2))
      shift 2 ;;
    -h | --help)
      sed -n '2,5s/^# //p' "$0"
      exit 0 ;;
    *) fail "Unknown: $1. See scripts/func-start.sh --help." ;;
  esac
done

command -v func >/dev/null ||
  fail "Azure Functions Core Tools are missing: install version 4 (npm install -g azure-functions-core-tools@4). scripts/run.sh does without them."

set_up_and_build
[[ ! -e "$root/PartialFeed.props" ]] ||
  fail "The package feed lacks the Functions packages, so the app is not compiled. With the full feed (dotnet nuget list source): rm PartialFeed.props, then again. scripts/run.sh does without them."

settings="$root/functions/Rogatory.Functions/local.settings.json"
[[ -e "$settings" ]] || fail "functions/Rogatory.Functions/local.settings.json is missing: azd provision writes it. scripts/run.sh needs no deployment."
command -v az >/dev/null && az account show >/dev/null 2>&1 || fail "Nobody is signed in: install the Azure CLI and run az login."

output="$root/functions/Rogatory.Functions/bin/$configuration/net10.0"
# The host's own account is Azurite, below.
node -e 'const s = JSON.parse(require("fs").readFileSync(process.argv[1])); delete s.Values.AzureWebJobsStorage__accountName; console.log(JSON.stringify(s, null, 2))' \
  "$settings" >"$output/local.settings.json"

data="$artifacts/func"
logs="$data/logs"
mkdir -p "$logs" "$data/azurite"
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
read -r blob queue table < <(free_ports 3)
start azurite node "$root/node_modules/azurite/dist/src/azurite.js" --location "$data/azurite" \
  --blobPort "$blob" --queuePort "$queue" --tablePort "$table" --disableTelemetry --skipApiVersionCheck --silent
wait_ready azurite "tcp://127.0.0.1:$blob"

# The development account that Azurite publishes, on these ports; it protects nothing.
account=devstoreaccount1
key='Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
export AzureWebJobsStorage="AccountName=$account;AccountKey=$key;DefaultEndpointsProtocol=http;BlobEndpoint=http://127.0.0.1:$blob/$account;QueueEndpoint=http://127.0.0.1:$queue/$account;TableEndpoint=http://127.0.0.1:$table/$account;"
export FUNCTIONS_REQUEST_BODY_SIZE_LIMIT=104857600

cd "$output"
func start --no-build --port "$port"
