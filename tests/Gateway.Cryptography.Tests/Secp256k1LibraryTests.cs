using System.Runtime.InteropServices;

namespace Gateway.Cryptography.Tests;

public sealed class Secp256k1LibraryTests
{
    [Theory]
    [InlineData("apt-get install")]
    [InlineData("apk add")]
    [InlineData("brew install")]
    public void Says_how_to_install_what_is_missing(string command)
    {
        var failure = Assert.Throws<DllNotFoundException>(() => Load("libsecp256k1.so.nowhere"));

        Assert.Contains(command, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public void Passes_over_a_library_that_cannot_recover()
    {
        const string Other = "libc.so.6";
        Assert.SkipUnless(NativeLibrary.TryLoad(Other, out _), "Takes the C library of GNU as the wrong one; it is not here.");

        Assert.Throws<DllNotFoundException>(() => Load(Other));
    }

    [Fact]
    public void Leaves_other_libraries_to_the_runtime() =>
        Assert.Equal(0, Secp256k1Library.Resolve("libc", typeof(Secp256k1).Assembly, searchPath: null));

    private static nint Load(string name) => Secp256k1Library.Load([name], typeof(Secp256k1).Assembly, searchPath: null);
}
