using System.Text;
using Gateway.Venues.Hyperliquid.Wire;

namespace Gateway.Venues.Hyperliquid.Routes.HyperEth;

/// <summary>Hands intents to the aggregator, each once. What it tells names the host only, and never the API key.</summary>
/// <param name="http">Carries them.</param>
/// <param name="options">Where to.</param>
/// <param name="key">The API key.</param>
internal sealed class IntentClient(HttpMessageInvoker http, HyperEthOptions options, string key)
{
    private const string KeyHeader = "x-api-key";

    // An answer has a few hundred bytes.
    private const long MostBytes = 64 * 1024;

    private readonly Uri address = options.Intents;

    /// <summary>Asks once. Every failure is an answer: refused where nothing can have left, otherwise unclear.</summary>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public async Task<IntentReply> AskAsync(OnceContent intent, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = intent };
        request.Headers.TryAddWithoutValidation(KeyHeader, key);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            // Whatever an error may repeat of the request.
            return IntentReply.Read((int)response.StatusCode, body.Replace(key, "[API key]", StringComparison.Ordinal));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            return new(intent.Begun.IsCompleted
                ? new PostReply.Unclear($"{address.Host} has not answered: {failure.Message}")
                : new PostReply.Refused($"Not sent: {address.Host} could not be reached: {failure.Message}"));
        }
    }
}
