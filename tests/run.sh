#!/usr/bin/env bash
# Everything that must hold before a change is merged: it builds without a warning, is formatted, and all tests pass.
# The last line is "N passed, N failed", with ", N skipped" where some were.
#
#   SKIP_FORMAT=1 tests/run.sh      leaves out the check of the formatting
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_UI_LANGUAGE=en

source deploy/prerequisites.sh
require dotnet secp256k1
prefer python-websockets node
tests/prepare-node.sh

step() {
    printf '\n== %s\n' "$1"
    shift
    "$@" || { printf '\n0 passed, 1 failed\n'; exit 1; }
}

step "Restore" dotnet restore Gateway.sln --verbosity quiet
step "Build" dotnet build Gateway.sln --configuration Release --no-restore --verbosity quiet -nologo -consoleLoggerParameters:ErrorsOnly
# Style and analyzers are errors of the build already; what it does not see is white space.
[ -n "${SKIP_FORMAT:-}" ] || step "Formatting" dotnet format whitespace Gateway.sln --verify-no-changes --no-restore

# Two projects at a time: those over real sockets mostly wait, and none measures time.
printf '\n== Test\n'
output=$(mktemp)
trap 'rm -f "$output"' EXIT
crashed=0
dotnet test Gateway.sln --configuration Release --no-build --tl:off -m:2 --logger "console;verbosity=minimal" \
    --blame-hang --blame-hang-timeout 3m --blame-hang-dump-type none --results-directory TestResults 2>&1 | tee "$output" || crashed=1

# One line per project: "Passed!  - Failed: 0, Passed: 139, Skipped: 0, Total: 139, Duration: ..."
counts=$(sed -nE 's/^(Passed|Failed|Skipped)! +- Failed: +([0-9]+), Passed: +([0-9]+), Skipped: +([0-9]+), .*/\2 \3 \4/p' "$output" |
    awk '{ failed += $1; passed += $2; skipped += $3 } END { print passed + 0, failed + 0, skipped + 0 }')
read -r passed failed skipped <<<"$counts"

# Two ways to lose tests that no such line tells of: a project in which none is found, and a test process that died.
failed=$((failed + $(grep -cE '^No test is available|Catastrophic failure' "$output" || true)))
if [ "$crashed" -ne 0 ] && [ "$failed" -eq 0 ]; then
    failed=1
fi

printf '\n%s passed, %s failed' "$passed" "$failed"
[ "$skipped" -eq 0 ] || printf ', %s skipped' "$skipped"
printf '\n'
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
