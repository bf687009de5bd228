#!/usr/bin/env bash
# Measures sealing and uploads on this machine, beside its own limits and what a user would pick instead, and how fast and how
# well classification finds what is sensitive. See --help: --only PART measures a part, --mistakes FILE writes what was found wrongly or missed.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

set_up_and_build
if command -v openssl >/dev/null; then
  for what in aes-256-gcm sha256; do
    say "openssl speed $what, one core: $(openssl speed -seconds 1 -bytes 1048576 -evp "$what" 2>/dev/null | tail -n 1 | awk '{print $NF}') (thousands of bytes a second)"
  done
fi
exec dotnet "$root/tests/Rogatory.Bench/bin/$configuration/net10.0/Rogatory.Bench.dll" "$@"
