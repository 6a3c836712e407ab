using System.Net;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Tests.Fakes;

/// <summary>The venue's information service.</summary>
internal sealed class FakeInfo : HttpMessageHandler
{
    /// <summary>The answers by request type.</summary>
    public Dictionary<string, Func<JsonElement, string>> Answers { get; } = new(StringComparer.Ordinal);

    public List<JsonElement> Requests { get; } = [];

    /// <summary>What answers intents, which travel by the same handler.</summary>
    public FakeAggregator Aggregator { get; } = new();

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public IEnumerable<JsonElement> Of(string type) => Requests.Where(request => request.GetProperty("type").GetString() == type);

    /// <summary>The actions that came over HTTP.</summary>
    public List<JsonElement> Actions { get; } = [];

    /// <summary>What an action over HTTP is answered with.</summary>
    public (HttpStatusCode Status, string Body) ActionAnswer { get; set; } = (HttpStatusCode.OK, """{"status":"ok","response":{"type":"default"}}""");

    private async Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request)
    {
        Actions.Add(TestData.Json(await request.Content!.ReadAsStringAsync()));
        return new HttpResponseMessage(ActionAnswer.Status) { Content = new StringContent(ActionAnswer.Body) };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/v1/trade/intent", StringComparison.Ordinal))
            return Aggregator.SendAsync(request, cancellationToken);
        if (request.RequestUri.AbsolutePath.EndsWith("/exchange", StringComparison.Ordinal))
            return ExchangeAsync(request);
        using var reader = new StreamReader(request.Content!.ReadAsStream(cancellationToken));
        var body = TestData.Json(reader.ReadToEnd());
        Requests.Add(body);
        var type = body.GetProperty("type").GetString()!;
        return Task.FromResult(Status == HttpStatusCode.OK && Answers.TryGetValue(type, out var answer)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer(body)) }
            : new HttpResponseMessage(Status == HttpStatusCode.OK ? HttpStatusCode.UnprocessableEntity : Status));
    }
}
