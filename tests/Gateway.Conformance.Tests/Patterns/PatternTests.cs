using System.Text.Json;
using Gateway.Conformance.Patterns;

namespace Gateway.Conformance.Tests.Patterns;

public sealed class PatternTests
{
    [Theory]
    [InlineData("""{"id": 1}""", """{"id":1,"response":null}""")]
    [InlineData("[]", "[]")]
    [InlineData("[1, 2]", "[1,2]")]
    [InlineData("[...]", "[1,2]")]
    [InlineData("[..., 2]", "[1,2]")]
    [InlineData("[1, ...]", "[1]")]
    [InlineData("[..., 2, ...]", "[1,2,3]")]
    [InlineData("[..., {\"a\": 2, \"b\": 1}, ...]", "[{\"a\":2,\"b\":0},{\"a\":2,\"b\":1}]")]
    [InlineData("[<int>*]", "[]")]
    [InlineData("[<int>*]", "[1,2,3]")]
    [InlineData("[<int>*, \"x\"]", "[1,2,\"x\"]")]
    [InlineData("<any>", "null")]
    [InlineData("<int>", "9007199254740991")]
    [InlineData("<int?>", "null")]
    [InlineData("<decimal>", "\"0.00001\"")]
    [InlineData("<decimal>", "\"-12\"")]
    [InlineData("<timestamp>", "\"2026-01-02T03:04:05.678901Z\"")]
    [InlineData("<bits:5>", "13")]
    [InlineData("<bits:5-64>", "13")]
    [InlineData("<above:4>", "5")]
    [InlineData("<count:2>", "[1,1]")]
    [InlineData("<atmost:2>", "[1]")]
    [InlineData("<length:2>", "\"ab\"")]
    [InlineData("<contains:nearest>", "\"The Nearest one\"")]
    [InlineData("<ascending>", "[1,3,20]")]
    [InlineData("<sorted>", "[\"A\",\"a\",\"b\"]")]
    [InlineData("1 | \"1\"", "\"1\"")]
    [InlineData("<sorted> & [..., \"b\", ...]", "[\"a\",\"b\"]")]
    [InlineData("\"A\"", "\"\\u0041\"")]
    [InlineData("raw \"\\u0041\"", "\"\\u0041\"")]
    [InlineData("{\"a\": <absent>}", "{}")]
    [InlineData("{\"a\": 1 | <absent>}", "{}")]
    public void Accepts(string pattern, string json) => Assert.Null(Match(pattern, json));

    [Theory]
    [InlineData("""{"id": 1}""", """{"id":"1"}""", "$.id")]
    [InlineData("""{"id": "1"}""", """{"id":1}""", "$.id")]
    [InlineData("""{"id": 1}""", """{"id":1.0}""", "$.id")]
    [InlineData("""{"id": 1}""", """{"id":2}""", "$.id")]
    [InlineData("""{"id": 1}""", "{}", "$.id")]
    [InlineData("""{"id": <any>}""", "{}", "$.id")]
    [InlineData("""{"a": {"b": [1, {"c": 2}]}}""", """{"a":{"b":[1,{"c":3}]}}""", "$.a.b[1].c")]
    [InlineData("{}", "[]", "$")]
    [InlineData("[]", "[1]", "$[0]")]
    [InlineData("[1]", "[]", "$")]
    [InlineData("[1, 2]", "[2,1]", "$[0]")]
    [InlineData("[..., 2, ...]", "[1,3]", "$")]
    [InlineData("[<int>*]", "[1,\"2\"]", "$[1]")]
    [InlineData("<int>", "1.0", "$")]
    [InlineData("<int>", "\"1\"", "$")]
    [InlineData("<int>", "null", "$")]
    [InlineData("<decimal>", "0.1", "$")]
    [InlineData("<decimal>", "\"0.10\"", "$")]
    [InlineData("<decimal>", "\"1e5\"", "$")]
    [InlineData("<decimal>", "\"01\"", "$")]
    [InlineData("<timestamp>", "\"2026-01-02T03:04:05Z\"", "$")]
    [InlineData("<timestamp>", "\"2026-01-02T03:04:05.678901+00:00\"", "$")]
    [InlineData("<timestamp>", "\"2026-13-02T03:04:05.678901Z\"", "$")]
    [InlineData("<bits:5>", "4", "$")]
    [InlineData("<bits:5-64>", "69", "$")]
    [InlineData("<above:5>", "5", "$")]
    [InlineData("<count:2>", "[1]", "$")]
    [InlineData("<atmost:2>", "[1,2,3]", "$")]
    [InlineData("<ascending>", "[1,1]", "$")]
    [InlineData("<ascending>", "[2,1]", "$")]
    [InlineData("<sorted>", "[\"b\",\"a\"]", "$")]
    [InlineData("<sorted>", "[1]", "$")]
    [InlineData("1 | \"1\"", "2", "$")]
    [InlineData("raw \"\\u0041\"", "\"A\"", "$")]
    [InlineData("{\"a\": <absent>}", "{\"a\":null}", "$.a")]
    public void Refuses_and_says_where(string pattern, string json, string path) => Assert.Equal(path, Match(pattern, json)?.Path);

    [Fact]
    public void Exact_refuses_members_that_are_not_named()
    {
        Assert.Null(Match("""{"a": {"b": 1}}""", """{"a":{"b":1}}""", exact: true));
        Assert.Equal("$.a.c", Match("""{"a": {"b": 1}}""", """{"a":{"b":1,"c":2}}""", exact: true)?.Path);
    }

    [Fact]
    public void Captures_what_matched()
    {
        var matching = new Matching(exact: false);

        Assert.Null(Pattern.Parse("[..., {\"k\": <$k:int>, \"v\": 2}, ...]").Match(JsonElement.Parse("""[{"k":1,"v":1},{"k":5,"v":2}]"""), "$", matching));

        Assert.Equal("5", matching.Captured["k"].GetRawText());
    }

    [Fact]
    public void Forgets_what_an_alternative_captured_that_did_not_fit()
    {
        var matching = new Matching(exact: false);

        Assert.Null(Pattern.Parse("[<$a>, 1] | [2, <$b>]").Match(JsonElement.Parse("[2,3]"), "$", matching));

        Assert.Equal(["b"], matching.Captured.Keys);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"a\" 1}")]
    [InlineData("{\"a\": 1, \"a\": 2}")]
    [InlineData("[1,]")]
    [InlineData("<int")]
    [InlineData("<integer>")]
    [InlineData("<bits:x>")]
    [InlineData("1 2")]
    [InlineData("")]
    [InlineData("\"open")]
    [InlineData("nul")]
    public void A_pattern_that_is_none_is_refused(string pattern) => Assert.Throws<FormatException>(() => Pattern.Parse(pattern));

    private static Mismatch? Match(string pattern, string json, bool exact = false) =>
        Pattern.Parse(pattern).Match(JsonElement.Parse(json), "$", new Matching(exact));
}
