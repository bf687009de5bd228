# shellcheck shell=bash
# What the scripts share. A script sources this file, which changes nothing by itself except to look whether libicu is there.

set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
artifacts="$root/artifacts"
# One configuration for the demo, the tests and the bench, so that they share one build.
configuration=Release

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
export DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 1
}

has_libicu() {
  local ldconfig
  ldconfig="$(command -v ldconfig || echo /sbin/ldconfig)"
  # No grep -q: it would end the pipe early, and pipefail would take that for a failure.
  { "$ldconfig" -p 2>/dev/null || true; } | grep -F libicuuc >/dev/null && return 0
  compgen -G '/usr/lib*/libicuuc.so.*' >/dev/null || compgen -G '/usr/lib/*/libicuuc.so.*' >/dev/null
}

# .NET does not start without libicu unless it is told to do without.
if ! has_libicu; then
  export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
fi

# Runs a command that no two scripts may run at once in one clone. --close keeps the lock out of the hands of whatever the command leaves running.
alone() {
  mkdir -p "$artifacts"
  flock --close "$artifacts/lock" "$@"
}

# Packages, then one build of everything; each is skipped when nothing it depends on has changed.
set_up_and_build() {
  "$root/scripts/setup.sh"
  is_built || build
}

built() { printf '%s/%s/bin/%s/net10.0/%s.dll' "$root/functions" "$1" "$configuration" "$2"; }

is_built() {
  local stamp="$artifacts/setup/build"
  [[ -e "$stamp" && -e "$(built Rogatory.Cli rogatory)" && -e "$(built Rogatory.LocalHost Rogatory.LocalHost)" ]] || return 1
  # Folders count too: their time changes when a file in them goes.
  local changed
  changed="$(find "$root/functions" "$root/tests" "$root"/Directory.* "$root/host.json" "$root/Serverless.sln" "$root/global.json" "$root/.editorconfig" \
    \( -name bin -o -name obj -o -name TestResults \) -prune -o -newer "$stamp" -print -quit)"
  [[ -z "$changed" ]]
}

# The folder of the SDK that builds this.
sdk() { dotnet --list-sdks | sed -n "s|^$(dotnet --version) \[\(.*\)\]\$|\1/$(dotnet --version)|p"; }

build() {
  say "Building (about two minutes the first time) ..."
  local started log="$artifacts/setup/build.log"
  mkdir -p "$artifacts/setup"
  started="$(mktemp "$artifacts/setup/build.XXXXXX")"
  # No node is kept for another build, and the compiler that all projects share has a name of its own and is stopped: a script leaves nothing running.
  local status=0 compiler="rogatory-$$"
  alone dotnet build "$root/Serverless.sln" --configuration "$configuration" --no-restore --nologo --verbosity quiet -nodeReuse:false \
    -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler" >"$log" 2>&1 || status=$?
  dotnet "$(sdk)/Roslyn/bincore/VBCSCompiler.dll" -pipename:"$compiler" -shutdown >/dev/null 2>&1 || true
  if ((status != 0)); then
    rm -f "$started"
    grep -E '(error|warning) ' "$log" | sort -u | head -40 >&2 || tail -40 "$log" >&2
    fail "The build failed; all it said is in ${log#"$root"/}."
  fi
  # The time of the stamp is that of the beginning: what changed during the build is built again.
  mv "$started" "$artifacts/setup/build"
}

rogatory() { dotnet "$(built Rogatory.Cli rogatory)" "$@"; }

local_host() { dotnet "$(built Rogatory.LocalHost Rogatory.LocalHost)" "$@"; }

# free_ports COUNT: that many ports of 127.0.0.1 that can be bound.
free_ports() { node "$root/scripts/free-ports.mjs" "$1"; }

started_pids=()
started_names=()

# start NAME COMMAND...: runs it beside this script, its output in $logs/NAME.log. It gets a session of its own, so that Ctrl-C
# reaches this script only, which then stops everything in order.
start() {
  local name="$1"
  shift
  setsid "$@" >>"$logs/$name.log" 2>&1 </dev/null &
  started_pids+=("$!")
  started_names+=("$name")
}

# wait_ready NAME URL: until it answers, for a minute at most; tcp://HOST:PORT waits for the port only.
wait_ready() {
  if ! node "$root/scripts/wait-ready.mjs" "$2" "${started_pids[-1]}" 240; then
    tail -30 "$logs/$1.log" >&2
    fail "$1 did not become ready at $2; the end of its log is above."
  fi
}

# Stops what was started, last first, by SIGTERM: Azurite then saves what it holds. Only what has not gone after 20 s is killed.
stop_all() {
  local at pid tries
  for ((at = ${#started_pids[@]} - 1; at >= 0; at--)); do
    pid="${started_pids[$at]}"
    kill -TERM "$pid" 2>/dev/null || continue
    for ((tries = 0; tries < 200; tries++)); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.1
    done
    kill -KILL "$pid" 2>/dev/null && say "${started_names[$at]} had to be killed."
    wait "$pid" 2>/dev/null || true
  done
  started_pids=()
  started_names=()
}

# start_drills DATA API GATE QUEUE ISSUER: a host of the space of drills, with keys and a storage account of its own. What it says of itself is left in
# DATA/drill-keys.json, for the host whose officers it trains.
start_drills() {
  local data="$1" api="$2" gate="$3" queue="$4" issuer="$5"
  mkdir -p "$data/drills"
  local_host init --data "$data/drills" >>"$logs/init.log" 2>&1 ||
    { cat "$logs/init.log" >&2; fail "The development keys could not be made in $data/drills."; }
  start drills dotnet "$(built Rogatory.LocalHost Rogatory.LocalHost)" host --space drill --data "$data/drills" --urls "http://127.0.0.1:$api" \
    --blob "http://127.0.0.1:$gate/drills" --queue "http://127.0.0.1:$queue/drills" --issuer-urls "http://127.0.0.1:$issuer"
  wait_ready drills "http://127.0.0.1:$api/api/v1/health"
  ROGATORY_AUTHORITY_URL="http://127.0.0.1:$api" rogatory authority --out "$data/drill-keys.json" >/dev/null
}

# start_system DATA API GATE QUEUE TABLE UPSTREAM ISSUER: Azurite, the immutability gate before it, and the host, on these ports; before it, where
# $drill_ports has two ports, a host of drills. Development keys and everything stored are under DATA. The caller has set $logs, and stop_all as its trap.
start_system() {
  local data="$1" api="$2" gate="$3" queue="$4" table="$5" upstream="$6" issuer="$7"
  local account=devstoreaccount1
  # The account that Azurite publishes, two that stand for regions partners collect from, and that of the drills, all with the key it publishes.
  local key='Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
  export AZURITE_ACCOUNTS="$account:$key;outwesteurope:$key;outgermanywestcentral:$key;drills:$key"
  mkdir -p "$data/azurite" "$data/authority"
  chmod 700 "$data"
  local_host init --data "$data/authority" >"$logs/init.log" 2>&1 ||
    { cat "$logs/init.log" >&2; fail "The development keys could not be made in $data/authority."; }

  start azurite node "$root/node_modules/azurite/dist/src/azurite.js" --location "$data/azurite" \
    --blobPort "$upstream" --queuePort "$queue" --tablePort "$table" --disableTelemetry --skipApiVersionCheck --silent
  wait_ready azurite "tcp://127.0.0.1:$upstream"
  start gate dotnet "$(built Rogatory.LocalHost Rogatory.LocalHost)" gate --urls "http://127.0.0.1:$gate" --upstream "http://127.0.0.1:$upstream"
  wait_ready gate "tcp://127.0.0.1:$gate"
  local with_drills=()
  if [[ -n "${drill_ports:-}" ]]; then
    local drill_api drill_issuer
    read -r drill_api drill_issuer <<<"$drill_ports"
    start_drills "$data" "$drill_api" "$gate" "$queue" "$drill_issuer"
    with_drills=(--drill-keys "$data/drill-keys.json")
  fi
  start host dotnet "$(built Rogatory.LocalHost Rogatory.LocalHost)" host --data "$data/authority" --urls "http://127.0.0.1:$api" \
    --blob "http://127.0.0.1:$gate/$account" --queue "http://127.0.0.1:$queue/$account" --issuer-urls "http://127.0.0.1:$issuer" \
    --outbound "westeurope=http://127.0.0.1:$gate/outwesteurope,germanywestcentral=http://127.0.0.1:$gate/outgermanywestcentral" \
    --checkpoint-every "${checkpoint_every:-3600}" "${with_drills[@]}"
  wait_ready host "http://127.0.0.1:$api/api/v1/health"
}
