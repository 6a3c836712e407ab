using System.Text.Json;

namespace Gateway.Mortal;

/// <summary>Questions to the venue, with places to die before each and before its answer is read.</summary>
internal sealed class MortalQuestions(HttpMessageHandler inner, Death death) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var question = JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        var name = question.RootElement.GetProperty("type").GetString();
        death.At($"asking {name}");
        var answer = await base.SendAsync(request, cancellationToken);
        death.At($"asked {name}");
        return answer;
    }
}
