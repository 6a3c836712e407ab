#!/usr/bin/env bash
# Measures how fast the order path is on this machine and prints the tables, in about four minutes:
#
#   tests/bench.sh                             three rounds of two seconds of each
#   tests/bench.sh 1 1 One ThirtyTwo           one round of one second, two scenarios
#   tests/bench.sh 3 2 everything              also what takes minutes: the venue's rate limits, a steady minute
#
# The machine should have nothing else to do. src/README.md says what is measured and what the figures mean.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_UI_LANGUAGE=en

source deploy/prerequisites.sh
require dotnet secp256k1
prefer node
tests/prepare-node.sh

dotnet build tests/Gateway.Benchmarks --configuration Release --verbosity quiet -nologo -consoleLoggerParameters:ErrorsOnly
dotnet run --configuration Release --no-build --project tests/Gateway.Benchmarks -- end-to-end "$@"
