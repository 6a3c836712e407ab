using System.Buffers;
using System.Text;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid.Tests.Signing;

/// <summary>What no published vector shows: cancels of several orders, to the byte. The members are those of the vectors of one.</summary>
public sealed class BatchActionTests
{
    private static readonly Cloid One = new(1);
    private static readonly Cloid Two = new(UInt128.MaxValue);

    [Fact]
    public void Cancels_by_number_travel_as_an_array()
    {
        var action = new CancelAction(new NumberedOrder[] { new(1, 82382), new(10_000, 311_642_020_084) });

        Assert.Equal("""{"type":"cancel","cancels":[{"a":1,"o":82382},{"a":10000,"o":311642020084}]}""", JsonOf(action));
        Assert.Equal(
            "82" + Text("type") + Text("cancel") + Text("cancels") + "92" +
            "82" + Text("a") + "01" + Text("o") + "ce000141ce" +
            "82" + Text("a") + "cd2710" + Text("o") + "cf000000488f4fd8f4",
            MsgPackOf(action));
    }

    [Fact]
    public void Cancels_by_name_travel_as_an_array()
    {
        var action = new CancelByCloidAction(new NamedOrder[] { new(0, One), new(7, Two) });

        Assert.Equal(
            """{"type":"cancelByCloid","cancels":[{"asset":0,"cloid":"0x00000000000000000000000000000001"},{"asset":7,"cloid":"0xffffffffffffffffffffffffffffffff"}]}""",
            JsonOf(action));
        Assert.Equal(
            "82" + Text("type") + Text("cancelByCloid") + Text("cancels") + "92" +
            "82" + Text("asset") + "00" + Text("cloid") + "d922" + Hex("0x00000000000000000000000000000001") +
            "82" + Text("asset") + "07" + Text("cloid") + "d922" + Hex("0xffffffffffffffffffffffffffffffff"),
            MsgPackOf(action));
    }

    [Fact]
    public void A_full_action_has_the_longer_array_header()
    {
        var action = new CancelAction(Enumerable.Range(1, 39).Select(number => new NumberedOrder(0, (ulong)number)).ToArray());

        Assert.StartsWith("82" + Text("type") + Text("cancel") + Text("cancels") + "dc0027", MsgPackOf(action), StringComparison.Ordinal);
    }

    private static string Text(string text) => (0xa0 + text.Length).ToString("x2", System.Globalization.CultureInfo.InvariantCulture) + Hex(text);

    private static string Hex(string text) => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));

    private static string JsonOf<TAction>(TAction action)
        where TAction : struct, IAction
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
            action.Write(json);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string MsgPackOf<TAction>(TAction action)
        where TAction : struct, IAction
    {
        var output = new ArrayBufferWriter<byte>();
        action.Write(new MsgPackWriter(output));
        return Convert.ToHexStringLower(output.WrittenSpan);
    }
}
