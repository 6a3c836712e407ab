namespace Gateway.Cryptography.Tests;

public sealed class SecretBytesTests
{
    [Fact]
    public void Are_zero_once_disposed()
    {
        var secret = new SecretBytes();
        secret.Span.Fill(0xC0);

        secret.Dispose();

        Assert.Equal(new byte[SecretBytes.Size], secret.Span.ToArray());
    }

    [Fact]
    public void Stay_until_a_use_under_way_is_over()
    {
        var secret = new SecretBytes();
        secret.Span.Fill(0xC0);
        var isInUse = false;
        secret.DangerousAddRef(ref isInUse);

        secret.Dispose();
        Assert.True(isInUse);
        Assert.Equal(0xC0, secret.Span[0]);

        secret.DangerousRelease();
        Assert.Equal(0, secret.Span[0]);
    }
}
