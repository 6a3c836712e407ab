using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Conformance.Tests;

/// <summary>An endpoint that answers the runner's own requests properly and everything else as a test says.</summary>
internal sealed class ScriptedEndpoint : IWorld, IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly bool everything;

    private ScriptedEndpoint(WebApplication application, bool everything) =>
        (this.application, this.everything) = (application, everything);

    public Uri Endpoint => new($"{application.Urls.First().Replace("http", "ws", StringComparison.Ordinal)}/ws");

    /// <summary>What has been received, by whoever.</summary>
    public List<string> Received { get; } = [];

    /// <summary>What has been done to the world.</summary>
    public List<string> Performed { get; } = [];

    /// <summary>Starts one.</summary>
    /// <param name="answers">The messages that follow a request; one that starts with "close " closes with that code.</param>
    /// <param name="open">Whether it lets in everybody, wherever and with whatever key, and offers whatever is asked of its world.</param>
    public static async Task<ScriptedEndpoint> StartAsync(Func<string, IEnumerable<string>> answers, bool open = false)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        built.UseWebSockets();
        var endpoint = new ScriptedEndpoint(built, open);
        built.Map(open ? "/{**anywhere}" : "/ws", async context =>
        {
            if (!open && context.Request.Headers.Authorization != "Bearer demo")
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await endpoint.TalkAsync(socket, answers, context.RequestAborted);
        });
        await built.StartAsync();
        return endpoint;
    }

    public bool Offers(string directive) => everything || directive.StartsWith("sim ", StringComparison.Ordinal);

    public Task PerformAsync(string directive, CancellationToken cancellationToken)
    {
        Performed.Add(directive);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await application.StopAsync(now.Token);
        await application.DisposeAsync();
    }

    private async Task TalkAsync(WebSocket socket, Func<string, IEnumerable<string>> answers, CancellationToken cancellationToken)
    {
        var buffer = new byte[128 * 1024];
        try
        {
            while (true)
            {
                var size = 0;
                ValueWebSocketReceiveResult received;
                do
                {
                    received = await socket.ReceiveAsync(buffer.AsMemory(size), cancellationToken);
                    size += received.Count;
                }
                while (!received.EndOfMessage);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
                    return;
                }

                var request = Encoding.UTF8.GetString(buffer, 0, size);
                Received.Add(request);
                foreach (var answer in Fence(request) ?? answers(request))
                {
                    if (answer.StartsWith("close ", StringComparison.Ordinal))
                        await socket.CloseOutputAsync((WebSocketCloseStatus)int.Parse(answer[6..]), null, cancellationToken);
                    else
                        await socket.SendAsync(Encoding.UTF8.GetBytes(answer), WebSocketMessageType.Text, true, cancellationToken);
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The client has vanished.
        }
    }

    private static string[]? Fence(string request) =>
        request.Split('"') is [_, "id", _, var id, ..] && id.StartsWith("fence-", StringComparison.Ordinal)
            ? [$$"""{"id":"{{id}}","response":[]}"""]
            : null;
}
