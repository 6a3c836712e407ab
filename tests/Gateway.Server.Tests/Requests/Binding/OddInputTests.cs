using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Gateway.Server.Requests.Binding;
using Gateway.Server.Requests.Orderflow;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Binding;

/// <summary>What is read from bytes is read as its text would be, however odd: by rules written once more here, in the plainest way.</summary>
public sealed class OddInputTests
{
    private const int Rounds = 20_000;

    private static readonly FieldReaders Readers = new();

    // As they stand between the quotes of a JSON string; the last but one is not valid UTF-8.
    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "0", "1", "9", "12", "000", "79228162514264337593543950335", ".", ".", "-", "+", "e", "E3", ",", " ", "\\n", "\\u0031", "\\u002e", "\\u002D", "١", "é", "😀",
            "Buy", "buy", "SELL", "Sell", "GTC", "IOC", "ioc", "I", "\\u0049OC", "ſell", "Kelvin", "Sel\\u006c", "\\ud83d\\ude00", "\\ud800", "\\\\", "\\\"",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff],
        [],
    ];

    [Fact]
    public void Decimals_in_strings_are_read_as_their_text_says() => Each(element =>
    {
        var read = Readers.For<decimal>().TryRead(element, out var value, out var problem);

        var expected = TextOf(element) is { } text && IsPlain(text) ? Exactly(text) : null;
        Assert.Equal((expected is not null, expected ?? 0), (read, value));
        Assert.Equal(read, problem is null);
    });

    [Fact]
    public void Names_are_found_as_their_text_says() => Each(element =>
    {
        var text = TextOf(element);
        Side? side = "Buy".Equals(text, StringComparison.OrdinalIgnoreCase) ? Side.Buy : "Sell".Equals(text, StringComparison.OrdinalIgnoreCase) ? Side.Sell : null;
        TimeInForce? stays = text == "GTC" ? TimeInForce.GoodTilCanceled : text == "IOC" ? TimeInForce.ImmediateOrCancel : null;

        Assert.Equal(side, Readers.For<Side>().TryRead(element, out var readSide, out _) ? readSide : null);
        Assert.Equal(stays, Readers.For<TimeInForce>().TryRead(element, out var readStays, out _) ? readStays : null);
    });

    [Fact]
    public void Numbers_are_read_to_the_last_digit_or_refused()
    {
        var random = new Random(3);
        for (var round = 0; round < Rounds; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 45)).Select(_ => random.Next(3) == 0 ? '0' : (char)random.Next('0', '9' + 1))]);
            text = random.Next(2) == 0 ? text : text.Insert(random.Next(1, text.Length + 1), ".") + "0";
            text = (random.Next(4) == 0 ? "-" : "") + text + (random.Next(3) == 0 ? $"e{random.Next(-60, 61)}" : "");
            var read = ExactDecimal.TryParse(Encoding.UTF8.GetBytes(text), out var value);
            Assert.True((read ? value : null) == Exactly(text), text);
        }
    }

    [Theory]
    [InlineData("order_id")]
    [InlineData("\\u006frder_id")]
    [InlineData("order\\u005fid")]
    [InlineData("\\u006f\\u0072\\u0064\\u0065\\u0072\\u005f\\u0069\\u0064")]
    public void Fields_may_be_escaped_in_their_names(string name) => Assert.Equal(new OrderId(7), Bind(name).OrderId);

    [Theory]
    [InlineData("Order_id")]
    [InlineData("order_i")]
    [InlineData("order_idd")]
    [InlineData("order_id\\u0000")]
    [InlineData("\\\\u006frder_id")]
    [InlineData("order_id\\\\")]
    [InlineData("orderid")]
    [InlineData("ordér_id")]
    [InlineData("\\ud83d\\ude00")]
    [InlineData("")]
    public void Fields_of_other_names_are_ignored(string name)
    {
        var problems = new FieldProblems();
        Bind(name, problems);
        Assert.Equal(["order_id"], problems.All.Select(field => field.Key));
    }

    private static ModifyOrder Bind(string name, FieldProblems? problems = null)
    {
        using var document = JsonDocument.Parse($$"""{"{{name}}":7,"price":1}""");
        return new RecordBinder<ModifyOrder>(Readers).Bind(document.RootElement, problems ?? new());
    }

    private static void Each(Action<JsonElement> check)
    {
        var random = new Random(2);
        for (var round = 0; round < Rounds; round++)
        {
            byte[] json = [(byte)'"', .. Enumerable.Range(0, random.Next(4)).SelectMany(_ => Pieces[random.Next(Pieces.Length)]), (byte)'"'];
            using var document = JsonDocument.Parse(json);
            check(document.RootElement);
        }
    }

    private static string? TextOf(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsPlain(string text) =>
        text.TrimStart('-') is var digits && text.Length - digits.Length < 2 && digits.Split('.') is { Length: < 3 } parts
        && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit));

    // Null: a decimal cannot hold it.
    private static decimal? Exactly(string text)
    {
        var parts = text.Split('e');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = BigInteger.Parse(parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var scale = (point < 0 ? 0 : parts[0].Length - 1 - point) - (parts.Length == 1 ? 0 : int.Parse(parts[1], CultureInfo.InvariantCulture));
        for (; scale > 0 && digits % 10 == 0; scale--)
            digits /= 10;
        for (; scale < 0; scale++)
            digits *= 10;
        if (scale > 28 || BigInteger.Abs(digits) > (BigInteger)decimal.MaxValue)
            return null;
        var value = (decimal)digits;
        for (; scale > 0; scale--)
            value /= 10;
        return value;
    }
}
