using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;
using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Contract;

public sealed class PublishedContractTests
{
    [Fact]
    public async Task What_is_published_is_what_the_program_speaks()
    {
        var directory = Path.Combine(Published.Repository, "protocol");
        foreach (var (path, content) in Published.Contract.Files)
        {
            var file = Path.Combine(directory, path);
            Assert.True(
                File.Exists(file) && await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken) == PublishedContract.Text(content),
                $"protocol/{path} is out of date: dotnet run --project src/Gateway.Server -- contract protocol");
        }

        var published = Directory.GetFiles(Path.Combine(directory, "schemas")).Select(file => $"schemas/{Path.GetFileName(file)}");
        Assert.Equal(Published.Contract.Files.Keys.Where(path => path.StartsWith("schemas/", StringComparison.Ordinal)), published.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_reference_of_the_overview_leads_somewhere()
    {
        var document = Published.Contract.Files["asyncapi.json"];
        foreach (var reference in References(document))
        {
            if (reference.StartsWith("./", StringComparison.Ordinal))
                Assert.Contains(reference[2..], Published.Contract.Files.Keys);
            else
                Assert.NotNull(reference[2..].Split('/').Aggregate((JsonNode?)document, (node, name) => node?[name]));
        }
    }

    [Theory]
    [InlineData("SendLimitOrder", """{"id":1,"type":"SendLimitOrder","target":"x","dir":"Buy","price":"1","quantity":2.5,"account":"A","client_order_id":null}""", null)]
    [InlineData("SendLimitOrder", """{"id":1,"type":"SendLimitOrder","target":"x","dir":"Hold","price":"1","quantity":2.5,"account":"A"}""", "$.dir is not")]
    [InlineData("SendLimitOrder", """{"id":1,"type":"SendLimitOrder","target":"x","dir":"Buy","price":"1e3","quantity":2.5,"account":"A"}""", "$.price does not match")]
    [InlineData("SendLimitOrder", """{"id":1,"type":"SendLimitOrder","target":"x","dir":"Buy","price":"1","account":"A"}""", "$ has no member quantity")]
    [InlineData("SearchSymbol", """{"id":1,"type":"SearchSymbol","pat":"x","scope":"All","limit":1001}""", "$.limit is more than 1000")]
    [InlineData("SearchSymbol", """{"id":-1,"type":"SearchSymbol","pat":"x","scope":"All","limit":1000}""", "$.id fits none")]
    [InlineData("ListOpen", """{"id":"a","type":"ListOpen","scope":{"type":"Venue","value":"X"},"set":"Firm"}""", null)]
    [InlineData("ListOpen", """{"id":"a","type":"ListOpen","scope":"Venue","set":"Firm"}""", "$.scope fits none")]
    [InlineData("QueryTradableProductIndex", """{"id":1,"type":"QueryTradableProductIndex","query":{"type":"Not","value":{"type":"Or","value":["All",{"type":"Base","value":"x"}]}}}""", null)]
    [InlineData("QueryTradableProductIndex", """{"id":1,"type":"QueryTradableProductIndex","query":{"type":"Not","value":{"type":"Or","value":["All",{"type":"Base"}]}}}""", "$.query fits none")]
    public void Schemas_tell_right_requests_from_wrong_ones(string type, string request, string? problem)
    {
        using var document = JsonDocument.Parse(request);
        var found = Published.ProblemOfRequest(type, document.RootElement);
        Assert.True(problem is null ? found is null : found?.StartsWith(problem, StringComparison.Ordinal) == true, found);
    }

    [Theory]
    [InlineData("GetOrderState", """{"id":1,"response":[5,null]}""", true)]
    [InlineData("GetOrderState", """{"id":1,"response":["5"]}""", false)]
    [InlineData("ListFills", """{"id":1,"response":[[null,"a"],[7,"b"]]}""", true)]
    [InlineData("ListFills", """{"id":1,"response":[[7,null]]}""", false)]
    [InlineData("ListFills", """{"id":1,"response":[[7]]}""", false)]
    [InlineData("CancelOrder", """{"id":1,"response":null}""", true)]
    [InlineData("CancelOrder", """{"id":1}""", false)]
    [InlineData("CancelOrder", """{"id":null,"error":{"code":"MalformedMessage","message":"x"}}""", true)]
    [InlineData("CancelOrder", """{"id":1,"error":{"code":"Whatever","message":"x"}}""", false)]
    [InlineData("CancelOrder", """{"id":1,"error":{"code":"InvalidRequest","message":"x","details":{"price":"wrong"}}}""", false)]
    public void Schemas_tell_right_answers_from_wrong_ones(string type, string answer, bool isRight)
    {
        using var document = JsonDocument.Parse(answer);
        Assert.Equal(isRight, Published.ProblemOfAnswer(type, document.RootElement) is null);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Key == "$ref" ? [member.Value!.GetValue<string>()] : References(member.Value)),
        JsonArray elements => elements.SelectMany(References),
        _ => [],
    };
}
