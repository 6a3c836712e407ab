using System.Text;
using Gateway.Venues.Hyperliquid.Wire;
using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Tests.Wire;

/// <summary>What is read in one pass is read as by the rules for any form, and what is not usual is left to them.</summary>
public sealed class UsualFormTests
{
    private const int Messages = 2000;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_answer_is_read_in_one_pass_says_what_the_rules_for_any_form_say(int seed)
    {
        var chance = new Random(seed);
        var json = new OddJson(chance);
        var usual = 0;
        for (var message = 0; message < Messages; message++)
        {
            var frame = json.Message(Answer(json, chance));
            if (!UsualAnswer.TryRead(frame, out var id, out var reply))
                continue;
            usual++;
            using var document = VenueFrame.Parse(frame)!;
            Assert.Equal("post", document.RootElement.Text("channel"));
            Assert.True(PostReply.TryRead(document.RootElement.Member("data")!.Value, out var number, out var other));
            Assert.Equal((number, Words(other)), (id, Words(reply)));
        }

        Assert.InRange(usual, Messages / 10, Messages * 9 / 10);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_updates_are_read_in_one_pass_say_what_the_rules_for_any_form_say(int seed)
    {
        var chance = new Random(seed);
        var json = new OddJson(chance);
        var updates = new UsualUpdates();
        var usual = 0;
        for (var message = 0; message < Messages; message++)
        {
            var frame = json.Message(Updates(json, chance));
            if (!updates.TryRead(frame))
                continue;
            usual++;
            using var document = VenueFrame.Parse(frame)!;
            Assert.Equal("orderUpdates", document.RootElement.Text("channel"));
            Assert.Equal(document.RootElement.GetProperty("data").EnumerateArray().Select(update => Words(OrderReport.Read(update)!.Value)), updates.Reports.ToArray().Select(Words));
        }

        Assert.InRange(usual, Messages / 10, Messages * 9 / 10);
    }

    [Theory]
    [InlineData(@"""half \ud83d of one""", "half \ufffd of one")]
    [InlineData(@"""\uDE00 and \ud83d""", "\ufffd and \ufffd")]
    [InlineData(@"""whole \ud83d\ude00""", "whole \U0001F600")]
    [InlineData(@"""C:\\ud83d \ud83d""", @"C:\ud83d " + "\ufffd")]
    public void Half_a_character_in_a_text_becomes_its_replacement(string text, string read)
    {
        var frame = $$$"""{"error":{{{text}}}}""";

        Assert.Equal(read, TestData.Json(frame).Text("error"));
        Assert.Equal(read, Assert.IsType<ItemStatus.Error>(ItemStatus.Read(TestData.Json(frame))).Text);
    }

    [Theory]
    [InlineData("""{"resting":{"oid":311642020084}}""")]
    [InlineData("""{"resting":{"oid":311642020084,"cloid":"0x430882655000030000000001000000b9"}},{"resting":{"oid":7}}""")]
    [InlineData("""{"filled":{"totalSz":"0.01","avgPx":"2080.2","oid":315445859529}}""")]
    [InlineData("""{"filled":{"totalSz":"0.01","avgPx":"2080.2","oid":315445859529,"cloid":"0x000300511abd579f000001000000007b"}},{"resting":{"oid":8}}""")]
    [InlineData("")]
    public void Answers_as_the_venue_gives_them_are_read_in_one_pass(string statuses)
    {
        Assert.True(UsualAnswer.TryRead(Utf8(AnswerOf(statuses)), out var id, out var reply));
        Assert.True(PostReply.TryRead(TestData.Json(AnswerOf(statuses)).GetProperty("data"), out _, out var other));
        Assert.Equal((256, Words(other)), (id, Words(reply)));
    }

    [Theory]
    [InlineData("\"success\"")]
    [InlineData("\"waitingForTrigger\"")]
    [InlineData("""{"error":"Order must have minimum value of $10. asset=1"}""")]
    [InlineData("""{"resting":{"oid":7}},"waitingForTrigger" """)]
    [InlineData("""{"resting":{"oid":"7"}}""")]
    [InlineData("""{"resting":{}}""")]
    [InlineData("""{"resting":{"oid":7},"error":"x"}""")]
    [InlineData("""{"filled":{"totalSz":"-1","oid":7}}""")]
    [InlineData("""{"filled":{"oid":7}}""")]
    public void Answers_in_other_forms_are_left_to_the_rules_for_any(string statuses) => Assert.False(UsualAnswer.TryRead(Utf8(AnswerOf(statuses)), out _, out _));

    [Fact]
    public void Updates_as_the_venue_gives_them_are_read_in_one_pass()
    {
        var recorded = TestData.Recorded("ws.subscriptions").EnumerateArray()
            .Select(entry => entry.GetProperty("push")).Single(frame => frame.GetProperty("channel").GetString() == "orderUpdates");
        var updates = new UsualUpdates();

        Assert.True(updates.TryRead(Utf8(recorded.GetRawText())));
        Assert.Equal(OrderReport.Read(recorded.GetProperty("data")[0]), Assert.Single(updates.Reports.ToArray()));

        Assert.True(updates.TryRead("""
            {"channel":"orderUpdates","data":[
            {"order":{"coin":"ETH","side":"B","limitPx":"1500.0","sz":"1.0","oid":313890189710,"timestamp":1770381849546,"origSz":"1.5","reduceOnly":true,"cloid":"0x00030050c6301a2b00000100000000d2"},"status":"open","statusTimestamp":1770381849546},
            {"order":{"coin":"@107","side":"A","limitPx":"1.0","sz":"0.0","oid":8,"timestamp":1770381849546,"origSz":"1.0"},"status":"selfTradeCanceled","statusTimestamp":1770381849546}]}
            """u8));
        Assert.Equal(["ETH", "@107"], updates.Reports.ToArray().Select(report => report.Coin));
        Assert.Equal(["open", "selfTradeCanceled"], updates.Reports.ToArray().Select(report => report.Status));
        Assert.True(updates.Reports[0].ReduceOnly);
    }

    [Fact]
    public void Of_a_message_that_is_odd_in_its_last_order_nothing_is_read_in_one_pass()
    {
        var updates = new UsualUpdates();
        const string Order = """{"coin":"ETH","side":"B","limitPx":"1500.0","sz":"1.0","oid":7,"timestamp":1770381849546,"origSz":"1.5"}""";

        Assert.False(updates.TryRead(Utf8($$$"""{"channel":"orderUpdates","data":[{"order":{{{Order}}},"status":"open"},{"order":{{{Order}}},"status":null}]}""")));
        Assert.False(updates.TryRead(Utf8($$$"""{"channel":"orderUpdates","data":[{"order":{{{Order}}},"status":"open"},{"order":{"coin":"ETH"}""")));
    }

    [Theory]
    [InlineData("""{"channel":"pong"}""")]
    [InlineData("Websocket connection established.")]
    [InlineData("")]
    public void Other_messages_are_none_of_either(string frame)
    {
        Assert.False(UsualAnswer.TryRead(Utf8(frame), out _, out _));
        Assert.False(new UsualUpdates().TryRead(Utf8(frame)));
    }

    [Fact]
    public void A_message_that_does_not_end_is_called_unreadable_as_ever() =>
        Assert.Throws<TransportException>(() => VenueFrame.Parse(Utf8(AnswerOf("""{"resting":{"oid":7}}""")[..^1])));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string AnswerOf(string statuses) =>
        """{"channel":"post","data":{"id":256,"response":{"type":"action","payload":{"status":"ok","response":{"type":"order","data":{"statuses":[""" + statuses + "]}}}}}}";

    private static string Answer(OddJson json, Random chance) => json.Object(
        ("channel", json.Text("post")),
        ("data", json.Object(
            ("id", json.Integer(chance.Next())),
            ("response", json.Object(
                ("type", json.Text("action")),
                ("payload", json.Object(
                    ("status", json.Text("ok")),
                    ("response", json.Object(
                        ("type", json.Text("order")),
                        ("data", json.Object(("statuses", json.Array(Enumerable.Range(0, chance.Next(4)).Select(_ => Status(json, chance)))))))))))))));

    private static string Status(OddJson json, Random chance) => chance.Next(8) switch
    {
        0 => json.Text("waitingForTrigger"),
        1 => json.Object(("error", json.Text("no"))),
        < 5 => json.Object(("resting", json.Object(("oid", json.Integer(chance.Next()))))),
        _ => json.Object(("filled", json.Object(("totalSz", json.Decimal("0.010")), ("avgPx", json.Decimal("2080.2")), ("oid", json.Integer(chance.Next()))))),
    };

    private static string Updates(OddJson json, Random chance) => json.Object(
        ("channel", json.Text("orderUpdates")),
        ("data", json.Array(Enumerable.Range(0, chance.Next(5)).Select(_ => Update(json, chance)))));

    private static string Update(OddJson json, Random chance)
    {
        return json.Object(
            ("order", json.Object([
                ("coin", json.Text(chance.Next(2) == 0 ? "BTC" : "@107")),
                ("side", json.Text(chance.Next(2) == 0 ? "B" : "A")),
                ("limitPx", json.Decimal("50000.0")),
                ("sz", json.Decimal("0.020")),
                ("oid", json.Integer(chance.Next())),
                ("timestamp", json.Integer(1767323045000)),
                ("origSz", json.Decimal("0.02")),
                .. Sometimes("cloid", json.Text("0x00030050c6301a2b00000100000000d2")),
                .. Sometimes("reduceOnly", "true"),
            ])),
            ("status", json.Text(new[] { "open", "canceled", "novelCanceled" }[chance.Next(3)])),
            ("statusTimestamp", json.Integer(1767323045000)));

        (string, string)[] Sometimes(string name, string value) => chance.Next(2) == 0 ? [(name, value)] : [];
    }

    // To the digit: records compare numbers by their values.
    private static string Words(PostReply reply) => reply is PostReply.Executed executed ? string.Join(' ', executed.Statuses) : reply.ToString();

    private static string Words(OrderReport report) => report.ToString();
}
