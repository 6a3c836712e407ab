using System.Net.Http.Headers;
using System.Text.Json;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>Sends signed actions over HTTP, for what is rare and shall not share the fate of the order connection. What it tells names the host only.</summary>
internal sealed class ExchangeClient(HttpMessageInvoker http, HyperliquidOptions options, TimeProvider time)
{
    /// <summary>Sends once. Every failure is an answer: unclear.</summary>
    public async Task<PostReply> SendAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var host = options.Exchange.Host;
        using var late = new CancellationTokenSource(options.ReplyTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Exchange);
        request.Content = new ReadOnlyMemoryContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            if (!response.IsSuccessStatusCode)
                return new PostReply.Unclear($"{host} answered {(int)response.StatusCode}.");
            await using var content = await response.Content.ReadAsStreamAsync(either.Token);
            using var document = await JsonDocument.ParseAsync(content, cancellationToken: either.Token);
            return PostReply.ReadAction(document.RootElement);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PostReply.Unclear($"{host} has not answered within {options.ReplyTimeout}.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException)
        {
            return new PostReply.Unclear($"{host} has not answered: {failure.Message}");
        }
    }
}
