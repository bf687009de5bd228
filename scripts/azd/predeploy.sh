#!/usr/bin/env bash
# Before the program goes to Azure: every test passes, and all of it compiles.
# Usage: azd runs it before `azd deploy`; by hand: azd hooks run predeploy
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

"$root/scripts/test.sh"
if grep -sq '<PartialFeed>true' "$root/PartialFeed.props"; then
  fail "STOP: the package feed is a partial one (PartialFeed.props), on which the Functions app compiles to nothing. Deploy from a machine with the whole public gallery."
fi
say "The tests passed. Next, azd builds the Functions app and hands it to Azure."
