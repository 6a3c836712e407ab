using System.Collections.Immutable;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Budgets;
using Gateway.Venues.Hyperliquid.Info;
using Gateway.Venues.Hyperliquid.Wire;
using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// Asks the venue for information, over the info connection where there is one, else over HTTP. Errors name the host only: the path may carry an API key.
/// </summary>
internal sealed class InfoClient(HttpMessageInvoker http, HyperliquidOptions options, WeightBudget weight, InfoSocket? socket, TimeProvider time)
{
    public Task<UserRole> UserRoleAsync(Address user, CancellationToken cancellationToken, Share share = Share.Questions) =>
        AskAsync(UserRole.Of(user), cancellationToken, share);

    /// <summary>The perpetuals of a dex and how they stand; an empty name is the venue's own.</summary>
    public Task<PerpetualContexts> PerpetualsAsync(string dex, CancellationToken cancellationToken) =>
        AskAsync(InfoQuery.OfDex("metaAndAssetCtxs", user: null, dex, PerpetualContexts.Read), cancellationToken);

    public Task<SpotContexts> SpotAsync(CancellationToken cancellationToken) =>
        AskAsync(InfoQuery.Of("spotMetaAndAssetCtxs", SpotContexts.Read), cancellationToken);

    /// <summary>The venue's clock.</summary>
    public Task<DateTimeOffset> TimeAsync(Address user, CancellationToken cancellationToken) =>
        AskAsync(InfoQuery.Of("clearinghouseState", user, ClearinghouseTime.Read), cancellationToken);

    /// <summary>The open orders of an account on one dex; those of spot are with the venue's own, whose name is empty.</summary>
    public Task<ImmutableArray<OrderReport>> OpenOrdersAsync(Address user, string dex, CancellationToken cancellationToken) =>
        AskAsync(InfoQuery.OfDex("openOrders", user, dex, OpenOrder.ReadAll), cancellationToken);

    public Task<OrderStatusReply> OrderStatusAsync(Address user, long exchangeOrderId, CancellationToken cancellationToken) =>
        AskAsync(OrderStatusReply.Of(user, exchangeOrderId), cancellationToken);

    public Task<OrderStatusReply> OrderStatusAsync(Address user, Cloid cloid, CancellationToken cancellationToken) =>
        AskAsync(OrderStatusReply.Of(user, cloid), cancellationToken);

    /// <summary>Fills from a moment (Unix ms, inclusive) on; at least 500 where there are more.</summary>
    public Task<ImmutableArray<UserFill>> FillsSinceAsync(Address user, long since, CancellationToken cancellationToken) =>
        AskAsync(UserFill.Since(user, since), cancellationToken);

    /// <summary>How long until the weight budget has room for a question; zero: it has.</summary>
    public TimeSpan WaitFor(string type, Share share) => weight.Wait(InfoWeight.Of(type), share);

    /// <summary>Asks, once the weight budget has room for it.</summary>
    /// <exception cref="TransportException">The venue cannot be asked, or answers what cannot be read.</exception>
    public async Task<T> AskAsync<T>(InfoQuery<T> query, CancellationToken cancellationToken, Share share = Share.Questions)
    {
        await weight.SpendAsync(InfoWeight.Of(query.Type), share, cancellationToken);
        return socket is not null && await socket.TryAskAsync(query.Body, cancellationToken) is { } reply
            ? Read(query, reply, options.WebSocket.Host)
            : await PostAsync(query, cancellationToken);
    }

    private async Task<T> PostAsync<T>(InfoQuery<T> query, CancellationToken cancellationToken)
    {
        var body = query.Body;
        using var late = new CancellationTokenSource(options.ConnectTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Info);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var host = options.Info.Host;
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            if (!response.IsSuccessStatusCode)
                throw new TransportException($"{host} answered {(int)response.StatusCode} to {body}.");
            await using var content = await response.Content.ReadAsStreamAsync(either.Token);
            using var document = await JsonDocument.ParseAsync(content, cancellationToken: either.Token);
            return Read(query, document.RootElement, host);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TransportException($"{host} did not answer {body} within {options.ConnectTimeout}.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new TransportException($"{host} could not be asked {body}: {failure.Message}", failure);
        }
        catch (JsonException failure)
        {
            throw Unreadable(host, body, failure);
        }
    }

    private T Read<T>(InfoQuery<T> query, JsonElement reply, string host)
    {
        if (reply.ValueKind == JsonValueKind.Array)
            weight.Spend(InfoWeight.OfItems(query.Type, reply.GetArrayLength()));
        try
        {
            return query.Read(reply);
        }
        catch (UnreadableMessageException failure)
        {
            throw Unreadable(host, query.Body, failure);
        }
    }

    private static TransportException Unreadable(string host, string body, Exception failure) =>
        new($"{host} answered {body} with something that cannot be read: {failure.Message}", failure);
}
