using System.Net;
using System.Net.Http.Headers;

namespace Gateway.Venues.Hyperliquid.Routes.HyperEth;

/// <summary>
/// A body that leaves at most once. An HTTP client may repeat a request on another connection, or follow a redirection,
/// without asking; with this body it cannot. It also knows whether any of it may have left.
/// </summary>
internal sealed class OnceContent : HttpContent
{
    private readonly byte[] body;
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int times;

    public OnceContent(byte[] body)
    {
        this.body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>Completes when the first byte may leave.</summary>
    public Task Begun => begun.Task;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref times, 1) != 0)
            throw new HttpRequestException("An order is never sent twice.");
        begun.TrySetResult();
        await stream.WriteAsync(body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
