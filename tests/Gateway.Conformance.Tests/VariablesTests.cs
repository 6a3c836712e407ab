using System.Text.Json;

namespace Gateway.Conformance.Tests;

public sealed class VariablesTests
{
    private readonly Variables variables = new([new("key", "demo"), new("price", "90000"), new("quote", "a\"b")]);

    [Theory]
    [InlineData("""{"price": $price}""", """{"price": "90000"}""")]
    [InlineData("""{"price": "$price"}""", """{"price": "90000"}""")]
    [InlineData("""{"price": ${price}}""", """{"price": 90000}""")]
    [InlineData("""{"text": "on $price!"}""", """{"text": "on 90000!"}""")]
    [InlineData("""{"text": "\"$price"}""", """{"text": "\"90000"}""")]
    [InlineData("""{"text": "costs $$5"}""", """{"text": "costs $5"}""")]
    [InlineData("[$numbers(1,4)]", "[1,2,3,4]")]
    [InlineData("[$copies(3, null)]", "[null,null,null]")]
    [InlineData("\"$letters(3)\"", "\"xxx\"")]
    [InlineData("{\"id\": <$order:int>}", "{\"id\": <$order:int>}")]
    public void Stand_for_their_values(string text, string expanded) => Assert.Equal(expanded, variables.Expand(text, json: true));

    [Fact]
    public void A_text_stays_valid_JSON_whatever_it_holds() =>
        Assert.Equal("a\"b", JsonElement.Parse(variables.Expand("$quote", json: true)).GetString());

    [Fact]
    public void Outside_of_JSON_they_stand_for_their_content() =>
        Assert.Equal("key=demo protocol=ZGVtbw", variables.Expand("key=$key protocol=$base64url($key)", json: false));

    [Fact]
    public void Captured_numbers_stay_as_they_were_written()
    {
        variables.Set("order", JsonElement.Parse("42"));

        Assert.Equal("""[42, "42"]""", variables.Expand("""[$order, "$order"]""", json: true));
    }

    [Theory]
    [InlineData("$missing")]
    [InlineData("$numbers(1,2")]
    [InlineData("$unheard(1)")]
    public void A_name_without_a_value_is_refused(string text) =>
        Assert.Throws<FormatException>(() => variables.Expand(text, json: true));
}
