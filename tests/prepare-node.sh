#!/usr/bin/env bash
# Installs what the Node projects of this repository name, each into its own ignored node_modules. Says nothing when all is there.
# Without Node, or when a package cannot be had, it says so and succeeds: the tests concerned skip.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
command -v npm >/dev/null || exit 0

# A project may carry a Node binary as an optional package, for machines whose own is too old for what it tests.
is_recent() {
    node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 22 || (major === 22 && minor >= 12) ? 0 : 1)'
}

find . \( -name node_modules -o -name bin -o -name obj -o -name '.?*' \) -prune -o -name package.json -print | while read -r project; do
    folder=$(dirname "${project#./}")
    [ "$folder/node_modules/.package-lock.json" -nt "$project" ] && continue

    echo "Installing the Node packages of $folder." >&2
    omit=()
    if is_recent; then omit=(--omit=optional); fi
    npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --loglevel=error ${omit[@]+"${omit[@]}"} </dev/null >&2 ||
        echo "They cannot be had; tests that need them will be skipped." >&2
    # npm does not write when there was nothing to do.
    touch -c "$folder/node_modules/.package-lock.json"
done
