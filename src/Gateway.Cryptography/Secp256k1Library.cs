using System.Reflection;
using System.Runtime.InteropServices;

namespace Gateway.Cryptography;

/// <summary>Finds libsecp256k1 under the names that the systems give it.</summary>
internal static class Secp256k1Library
{
    /// <summary>The name that the imports use; <see cref="Resolve"/> knows what it means here.</summary>
    internal const string Name = "secp256k1";

    /// <summary>Comes with the library's recovery module, which some builds leave out: those are passed over.</summary>
    internal const string RecoveryExport = "secp256k1_ecdsa_recover";

    /// <summary>The newest first. The number in a Linux name is the library's interface; what we use is in all of them.</summary>
    private static readonly string[] FileNames =
    [
        "libsecp256k1.so.6", // 0.7
        "libsecp256k1.so.5", // 0.6
        "libsecp256k1.so.2", // 0.4 and 0.5
        "libsecp256k1.so.1", // 0.2 and 0.3
        "libsecp256k1.so.0", // before releases had numbers
        "libsecp256k1.dylib",
        "/opt/homebrew/lib/libsecp256k1.dylib",
        "/usr/local/lib/libsecp256k1.dylib",
        "secp256k1",
    ];

    internal static nint Resolve(string libraryName, Assembly assembly, DllImportSearchPath? searchPath) =>
        string.Equals(libraryName, Name, StringComparison.Ordinal) ? Load(FileNames, assembly, searchPath) : 0;

    /// <summary>Loads the first of <paramref name="names"/> that exists and can recover.</summary>
    /// <exception cref="DllNotFoundException">None does.</exception>
    internal static nint Load(IEnumerable<string> names, Assembly assembly, DllImportSearchPath? searchPath)
    {
        foreach (var name in names)
        {
            if (!NativeLibrary.TryLoad(name, assembly, searchPath, out var library))
                continue;
            if (NativeLibrary.TryGetExport(library, RecoveryExport, out _))
                return library;
            NativeLibrary.Free(library);
        }

        throw new DllNotFoundException(
            "libsecp256k1 with its recovery module is not installed; install it with 'apt-get install libsecp256k1-dev' (Debian, Ubuntu), "
            + "'apk add libsecp256k1' (Alpine) or 'brew install secp256k1' (macOS).");
    }
}
