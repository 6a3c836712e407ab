using System.Net;
using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Tests.Fakes;

/// <summary>The venue's information service.</summary>
internal sealed class FakeInfo : HttpMessageHandler
{
    /// <summary>The answers by request type.</summary>
    public Dictionary<string, Func<JsonElement, string>> Answers { get; } = new(StringComparer.Ordinal);

    public List<JsonElement> Requests { get; } = [];

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public IEnumerable<JsonElement> Of(string type) => Requests.Where(request => request.GetProperty("type").GetString() == type);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Content!.ReadAsStream(cancellationToken));
        var body = TestData.Json(reader.ReadToEnd());
        Requests.Add(body);
        var type = body.GetProperty("type").GetString()!;
        return Task.FromResult(Status == HttpStatusCode.OK && Answers.TryGetValue(type, out var answer)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer(body)) }
            : new HttpResponseMessage(Status == HttpStatusCode.OK ? HttpStatusCode.UnprocessableEntity : Status));
    }
}
