#!/usr/bin/env bash
# Builds the gateway and starts it; arguments go to the server, e.g. --urls http://0.0.0.0:8080. The journal lands in ./data.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

source deploy/prerequisites.sh
require dotnet secp256k1

say "Building the server."
dotnet build src/Gateway.Server --configuration Release --verbosity quiet -nologo -consoleLoggerParameters:ErrorsOnly >&2

# The server's settings stay beside the program, while paths in them (the journal's) count from here.
program=src/Gateway.Server/bin/Release/net10.0
export ASPNETCORE_CONTENTROOT="${ASPNETCORE_CONTENTROOT:-$PWD/$program}"
exec dotnet "$program/Gateway.Server.dll" "$@"
