#!/usr/bin/env bash
# Keeps Azurite, the immutability gate and the local host up on 127.0.0.1 until Ctrl-C.
# Usage: scripts/run.sh [--port N] [--data DIR]
#   --port N     the API on port N and storage on N+1 to N+3, in place of 7071 and 10000 to 10002
#   --data DIR   where the development keys and everything stored are kept (artifacts/run)
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

api=7071 gate=10000
data="$artifacts/run"
while (($# > 0)); do
  case "$1" in
    --port)
      [[ "${2:-}" =~ ^[0-9]{1,5}$ ]] && ((10#$2 >= 1 && 10#$2 <= 65532)) || fail "--port takes a number from 1 to 65532."
      api=$((10#$2)) gate=$((10#$2 + 1))
      shift 2 ;;
    --data)
      [[ -n "${2:-}" ]] || fail "--data takes a folder."
      data="$(realpath -m "$2")"
      shift 2 ;;
    -h | --help)
      sed -n '2,5s/^# //p' "$0"
      exit 0 ;;
    *) fail "Unknown: $1. See scripts/run.sh --help." ;;
  esac
done

set_up_and_build

for port in "$api" "$gate" $((gate + 1)) $((gate + 2)); do
  node "$root/scripts/free-ports.mjs" --only "$port" ||
    fail "Port $port of 127.0.0.1 is taken. Stop what uses it, or move all four: scripts/run.sh --port N uses N to N+3, such as --port $(free_ports 1)."
done

logs="$data/logs"
mkdir -p "$logs"
# Two systems over the same data would each undo what the other stored. What is started holds the lock too, and so longer than this script.
exec {data_lock}>"$data/lock"
flock --nonblock "$data_lock" ||
  fail "Another system runs with the data in $data. Stop it first (what a killed run.sh left behind too: pgrep -af ${data@Q}), or give this one a folder of its own: scripts/run.sh --data DIR."
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# kept_port NAME: the port that NAME had before, as long as it is free.
kept_port() {
  local file="$data/$1"
  if [[ ! -s "$file" ]] || ! node "$root/scripts/free-ports.mjs" --only "$(<"$file")"; then
    free_ports 1 >"$file"
  fi
  cat "$file"
}
# Azurite itself and the issuers are spoken to by the gate and the hosts only, so any free port will do; but an officer's token names its issuer, and people
# name the host of drills.
upstream="$(free_ports 1)"
issuer="$(kept_port issuer-port)"
drill_ports="$(kept_port drill-port) $(kept_port drill-issuer-port)"
start_system "$data" "$api" "$gate" $((gate + 1)) $((gate + 2)) "$upstream" "$issuer"

host="dotnet ${root@Q}/functions/Rogatory.LocalHost/bin/$configuration/net10.0/Rogatory.LocalHost.dll"
cat <<TEXT
Rogatory is up at http://127.0.0.1:$api, its storage at http://127.0.0.1:$gate/devstoreaccount1.
Keys, data and logs are in $data. Ctrl-C stops everything.

To try, in another terminal:

  cd ${root@Q}
  export ROGATORY_AUTHORITY_URL=http://127.0.0.1:$api
  scripts/rogatory authority
  scripts/rogatory keys new --out partner.jwk
  scripts/rogatory keys public partner.jwk > partner.public.json
  token() { $host token --data ${data@Q}/authority --officer "\$1" --roles "\$2"; }
  ROGATORY_TOKEN="\$(token first-admin admin)" scripts/rogatory partner propose fr-demo --name 'Demo authority' --jurisdiction FR --keys partner.public.json
  ROGATORY_TOKEN="\$(token second-admin admin)" scripts/rogatory partner approve fr-demo 1
  export ROGATORY_PARTNER=fr-demo ROGATORY_KEY=partner.jwk
  scripts/rogatory request build tests/samples/demo/request.template.json --item letter=README.md --out request.json
  scripts/rogatory request send request.json --item letter=README.md

Officers act with a token of an hour (roles: intake, reviewer, approver, auditor, dpo, admin), and once two admins let them:

  admin() { ROGATORY_TOKEN="\$(token "\$1" admin)" scripts/rogatory officer "\${@:2}"; }
  admin first-admin propose my-name --role reviewer --unit mla-desk --clearance H3
  admin second-admin approve my-name 1     # the number that propose printed
  for course in mla-basics special-categories minors-and-vulnerable transfers-abroad retention-and-erasure incident-response; do
    admin first-admin train my-name --course "\$course" --reference self/1
  done
  admin first-admin bind my-name
  export ROGATORY_TOKEN="\$(token my-name reviewer)"
  admin first-admin assign my-name CASE
  scripts/rogatory case list

An approver is another officer, who is let act in the same way with --role approver.

Drills, on made-up cases, are played at http://127.0.0.1:${drill_ports% *}, where everyone with a token may play; a result earns a course here:

  drill() { ROGATORY_AUTHORITY_URL=http://127.0.0.1:${drill_ports% *} ROGATORY_TOKEN="\$($host token --data ${data@Q}/drills --officer my-name --roles intake,reviewer,approver,auditor,dpo,admin)" scripts/rogatory "\$@"; }
  drill drill start over-disclosure --facts facts.json
  drill drill score CASE --out result.jws
  admin first-admin train my-name --course mla-basics --result result.jws
TEXT

status=0
wait -n "${started_pids[@]}" || status=$?
fail "A part has stopped by itself (status $status); the logs are in $logs."
