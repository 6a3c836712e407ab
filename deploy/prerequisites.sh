# Sourced by deploy/run.sh and tests/run.sh: looks for what the gateway needs and installs what is missing with the system's
# package manager. Says nothing when nothing is missing.
#
#   require dotnet secp256k1        stops with one sentence when it can neither find nor install one of them
#   prefer python-websockets node   the same, but carries on: the tests that need them skip and say so

require() {
    local thing
    for thing in "$@"; do
        obtain "$thing" || exit 1
    done
}

prefer() {
    local thing
    for thing in "$@"; do
        obtain "$thing" || true
    done
}

obtain() {
    "has_$1" && return
    say "Installing $1."
    install_missing "$1" && "has_$1" && return
    say "$(how_to_get "$1")"
    return 1
}

# -- looking ---------------------------------------------------------------------------------------------------------------

has_dotnet() {
    command -v dotnet >/dev/null || return 1
    # The folders tell in no time; asking the program takes longer than everything else here.
    compgen -G "$(dirname "$(resolved "$(command -v dotnet)")")/sdk/10.*" >/dev/null || dotnet --list-sdks 2>/dev/null | grep '^10\.' >/dev/null
}

has_secp256k1() {
    local folder
    for folder in /usr/lib /usr/lib64 /usr/lib/*-linux-* /lib /lib/*-linux-* /usr/local/lib /opt/homebrew/lib; do
        compgen -G "$folder/libsecp256k1.so*" >/dev/null && return
        [ -e "$folder/libsecp256k1.dylib" ] && return
    done
    command -v ldconfig >/dev/null && ldconfig -p | grep 'libsecp256k1\.so' >/dev/null
}

# The system's own Python: packages of the system are packages for that one.
has_python-websockets() {
    local python
    for python in /usr/bin/python3 python3; do
        command -v "$python" >/dev/null && "$python" -c 'import websockets' 2>/dev/null && return
    done
    return 1
}

has_node() {
    command -v node >/dev/null && command -v npm >/dev/null
}

resolved() {
    readlink -f "$1" 2>/dev/null || echo "$1"
}

# -- installing ------------------------------------------------------------------------------------------------------------

install_missing() {
    local packages
    if command -v apt-get >/dev/null; then
        as_root apt-get update || return 1
        packages=$(apt_packages "$1")
        as_root apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 $packages
    elif command -v apk >/dev/null; then
        packages=$(apk_packages "$1")
        as_root apk add --no-cache $packages
    elif command -v brew >/dev/null; then
        packages=$(brew_packages "$1") && [ -n "$packages" ] && quietly brew install $packages
    else
        return 1
    fi
}

apt_packages() {
    case $1 in
        dotnet) echo dotnet-sdk-10.0 ;;
        # The number in the name differs between releases; the development package exists in all, and brings more than we need.
        secp256k1) apt-cache --names-only search '^libsecp256k1-[0-9]+$' | cut -d ' ' -f 1 | sort -V | tail -n 1 | grep . || echo libsecp256k1-dev ;;
        python-websockets) echo python3-websockets ;;
        node) echo nodejs npm ;;
    esac
}

apk_packages() {
    case $1 in
        dotnet) echo dotnet10-sdk ;;
        secp256k1) echo libsecp256k1 ;;
        python-websockets) echo py3-websockets ;;
        node) echo nodejs npm ;;
    esac
}

brew_packages() {
    case $1 in
        dotnet) echo dotnet ;;
        secp256k1) echo secp256k1 ;;
        node) echo node ;;
    esac
}

how_to_get() {
    case $1 in
        dotnet) echo "The .NET SDK 10 is missing: 'sudo apt-get install dotnet-sdk-10.0' (Ubuntu), 'apk add dotnet10-sdk' (Alpine), 'brew install dotnet' (macOS), or follow https://dotnet.microsoft.com/download/dotnet/10.0." ;;
        secp256k1) echo "libsecp256k1 is missing: 'sudo apt-get install libsecp256k1-dev' (Debian, Ubuntu), 'apk add libsecp256k1' (Alpine) or 'brew install secp256k1' (macOS)." ;;
        python-websockets) echo "Python's websockets is missing, tests that need it will be skipped: 'sudo apt-get install python3-websockets' (Debian, Ubuntu), 'apk add py3-websockets' (Alpine), or 'pip3 install websockets'." ;;
        node) echo "Node.js with npm is missing, tests that need it will be skipped: 'sudo apt-get install nodejs npm' (Debian, Ubuntu), 'apk add nodejs npm' (Alpine), or 'brew install node' (macOS)." ;;
    esac
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        quietly env DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        quietly sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else
        return 1
    fi
}

# What a package manager says interests only when it fails.
quietly() {
    local words
    words=$("$@" 2>&1) || { printf '%s\n' "$words" >&2; return 1; }
}

say() {
    printf '%s\n' "$*" >&2
}
