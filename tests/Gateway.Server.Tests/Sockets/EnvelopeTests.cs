using System.Net.WebSockets;
using System.Text;
using Gateway.Server.Sockets;
using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Sockets;

public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("9007199254740991")]
    [InlineData("\"\"")]
    [InlineData("\"a b\"")]
    [InlineData("\"\\u0041\\/\\\"\"")]
    [InlineData("\"é\"")]
    public void Ids_are_echoed_as_they_came(string id)
    {
        using var envelope = Open($$"""{"id":{{id}},"type":"X"}""");

        Assert.Null(envelope.Refusal);
        Assert.Equal(id, envelope.Id!.ToString());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("9007199254740992")]
    [InlineData("99999999999999999999999")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"01234567890123456789012345678901234567890123456789012345678901234\"")]
    public void Other_ids_are_malformed(string id)
    {
        using var envelope = Open($$"""{"id":{{id}},"type":"X"}""");

        Assert.Null(envelope.Id);
        Assert.Contains("'id' must be", envelope.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_that_mean_the_same_are_the_same()
    {
        Assert.Equal(Id("\"A\""), Id("\"\\u0041\""));
        Assert.NotEqual(Id("1"), Id("\"1\""));
        Assert.NotEqual(Id("0"), Id("\"\""));
    }

    [Theory]
    [InlineData("", "not one JSON object")]
    [InlineData("{", "not one JSON object")]
    [InlineData("{} {}", "not one JSON object")]
    [InlineData("{\"id\":1,}", "not one JSON object")]
    [InlineData("// hello", "not one JSON object")]
    [InlineData("[]", "not an array")]
    [InlineData("[{\"id\":1,\"type\":\"X\"}]", "not an array")]
    [InlineData("\"text\"", "not a string")]
    [InlineData("7", "not a number")]
    [InlineData("null", "not null")]
    [InlineData("{}", "'id' must be")]
    [InlineData("{\"type\":\"X\"}", "'id' must be")]
    public void What_is_no_request_is_malformed_without_an_id(string message, string sentence)
    {
        using var envelope = Open(message);

        Assert.Null(envelope.Id);
        Assert.Contains(sentence, envelope.Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":1}")]
    [InlineData("{\"id\":1,\"type\":null}")]
    [InlineData("{\"id\":1,\"type\":[]}")]
    public void A_missing_type_is_malformed_with_the_id(string message)
    {
        using var envelope = Open(message);

        Assert.Equal("1", envelope.Id!.ToString());
        Assert.Contains("'type' must be", envelope.Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":1,\"type\":\"X\",\"type\":\"Y\"}", "type", "1")]
    [InlineData("{\"id\":1,\"type\":\"X\",\"a\":{\"b\":1,\"\\u0062\":2}}", "b", "1")]
    [InlineData("{\"id\":1,\"type\":\"X\",\"id\":2}", "id", null)]
    public void A_key_twice_is_malformed_and_named(string message, string key, string? id)
    {
        using var envelope = Open(message);

        Assert.Equal($"'{key}' stands twice in one object; every key may stand once.", envelope.Refusal!.Message);
        Assert.Equal(id, envelope.Id?.ToString());
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_malformed()
    {
        using var envelope = Envelope.Open(new byte[] { (byte)'{', (byte)'"', 0xff, 0xfe, (byte)'"', (byte)':', (byte)'1', (byte)'}' });

        Assert.NotNull(envelope.Refusal);
    }

    [Fact]
    public void Deep_nesting_is_malformed()
    {
        using var envelope = Open($$"""{"id":1,"type":"X","a":{{new string('[', 20_000)}}{{new string(']', 20_000)}}}""");

        Assert.Contains("nested", envelope.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        var random = new Random(11);
        var seed = """{"id":1,"type":"SendLimitOrder","price":"1.5","params":{"type":"Trigger","value":[1,2]}}"""u8.ToArray();
        for (var i = 0; i < 20_000; i++)
        {
            var message = (byte[])seed.Clone();
            for (var j = random.Next(1, 6); j > 0; j--)
                message[random.Next(message.Length)] = (byte)random.Next(256);
            using var envelope = Envelope.Open(message);
            Assert.True(envelope.Refusal is not null || envelope.Id is not null);
        }
    }

    [Fact]
    public async Task A_hostile_client_disturbs_nobody()
    {
        await using var gateway = await TestGateway.StartAsync();
        var alice = gateway.Connect();
        var mallory = gateway.Connect("bob");
        mallory.Socket.Send("]");
        mallory.Socket.Send(FrameKind.Binary);
        mallory.Socket.Send(Encoding.UTF8.GetBytes("""{"id":1,"type":"CancelOrder","order_id":1e400}"""));
        mallory.Socket.Send(new byte[] { 0xc3, 0x28 });

        string[] codes = ["MalformedMessage", "MalformedMessage", "InvalidRequest", "MalformedMessage"];
        foreach (var code in codes)
            Assert.Equal(code, (await mallory.NextAsync()).GetProperty("error").GetProperty("code").GetString());
        mallory.Socket.Send(FrameKind.TooLarge);
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, (await mallory.Socket.Closed).Status);
        Assert.Equal(0, (await alice.ResponseAsync("ListOpen", """ "scope":"Global","set":"Firm" """)).GetArrayLength());
    }

    private static Envelope Open(string message) => Envelope.Open(Encoding.UTF8.GetBytes(message));

    private static RequestId Id(string id)
    {
        using var envelope = Open($$"""{"id":{{id}},"type":"X"}""");
        return envelope.Id!;
    }
}
