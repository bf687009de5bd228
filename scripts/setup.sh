#!/usr/bin/env bash
# Checks that Node.js and the .NET SDK are there, and gets the npm and NuGet packages, and Chromium where none is there. Does nothing twice.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

if [[ -z "${ROGATORY_SETUP_LOCKED:-}" ]]; then
  ROGATORY_SETUP_LOCKED=1 alone "$root/scripts/setup.sh" "$@"
  exit
fi

stamps="$artifacts/setup"

check_tools() {
  if [[ "${DOTNET_SYSTEM_GLOBALIZATION_INVARIANT:-}" =~ ^(1|true)$ ]]; then
    say "Without libicu (on Debian: apt install libicu-dev) text cannot be normalised: request references outside ASCII are refused."
  fi
  command -v node >/dev/null || fail "Node.js is missing: install version 20 or later, with npm (on Debian: apt install nodejs npm)."
  command -v npm >/dev/null || fail "npm is missing: install it beside Node.js (on Debian: apt install npm)."
  node -e 'process.exit(Number.parseInt(process.versions.node) < 20 ? 1 : 0)' ||
    fail "Node.js $(node --version) is too old: install version 20 or later."
  command -v dotnet >/dev/null || fail "The .NET SDK is missing: install version 10, from your distribution or from https://dotnet.microsoft.com/download."
  [[ "$(cd "$root" && dotnet --version 2>/dev/null)" == 10.* ]] ||
    fail "No .NET SDK 10 was found ($(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd' ' -) is here): install version 10, from your distribution or from https://dotnet.microsoft.com/download."
}

install_npm_packages() {
  local fingerprint
  fingerprint="$(cat "$root/package-lock.json" "$root/package.json" <(node --version) | sha256sum)"
  [[ -e "$root/node_modules/azurite/package.json" && "$(cat "$stamps/npm" 2>/dev/null)" == "$fingerprint" ]] && return
  say "Getting npm packages ..."
  (cd "$root" && npm ci --no-audit --no-fund --no-progress --loglevel=error >"$stamps/npm.log" 2>&1) ||
    { tail -20 "$stamps/npm.log" >&2; fail "npm ci failed; what it said is above. A proxy or another registry is set with npm config."; }
  printf '%s' "$fingerprint" >"$stamps/npm"
}

project_files() {
  find "$root" \( -name node_modules -o -name bin -o -name obj -o -name artifacts -o -name .git \) -prune \
    -o \( -name '*.csproj' -o -name 'Directory.*' -o -name PartialFeed.props -o -iname nuget.config -o -name '*.sln' -o -name global.json \) -print | sort
}

restore_fingerprint() { project_files | tr '\n' '\0' | xargs -0 sha256sum | sha256sum; }

is_restored() {
  [[ "$(cat "$stamps/restore" 2>/dev/null)" == "$(restore_fingerprint)" ]] || return 1
  local project
  while read -r project; do
    [[ "$project" != *.csproj || -e "$(dirname "$project")/obj/project.assets.json" ]] || return 1
  done < <(project_files)
}

restore_nuget_packages() {
  is_restored && return
  say "Getting NuGet packages ..."
  local log="$stamps/restore.log"
  if ! dotnet restore "$root/Serverless.sln" --verbosity quiet >"$log" 2>&1; then
    if [[ -e "$root/PartialFeed.props" ]] || ! grep -Eq 'NU110[123]' "$log"; then
      tail -20 "$log" >&2
      fail "dotnet restore failed; what it said is above."
    fi
    printf '<Project><PropertyGroup><PartialFeed>true</PartialFeed></PropertyGroup></Project>\n' >"$root/PartialFeed.props"
    say "The package feed carries only a part of the public gallery: wrote PartialFeed.props, so that what it lacks is done without (Rogatory.Functions is not compiled; its tests read its sources)."
    dotnet restore "$root/Serverless.sln" --verbosity quiet >"$log" 2>&1 ||
      { tail -20 "$log" >&2; fail "dotnet restore failed with PartialFeed=true too; what it said is above."; }
  fi
  restore_fingerprint >"$stamps/restore"
}

# The tests look at pages in it, and nothing else needs it; so the rest goes on without.
install_browser() {
  local browser
  for browser in "${ROGATORY_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    [[ -n "$browser" && -x "$browser" ]] && return
  done
  if ((EUID == 0)) && command -v apt-get >/dev/null; then
    say "Getting Chromium, in which the tests look at reports (about 20 seconds) ..."
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium fonts-liberation; } >"$stamps/chromium.log" 2>&1 && return
    tail -5 "$stamps/chromium.log" >&2
  fi
  say "Chromium is missing, so the tests that look at reports fail. Install it as root (on Debian: apt-get install chromium fonts-liberation), or set ROGATORY_CHROMIUM to a Chromium or Chrome."
}

mkdir -p "$stamps"
check_tools
install_npm_packages
restore_nuget_packages
install_browser
