using System.Text.Json;
using System.Threading.Channels;

namespace Gateway.EndToEnd.Tests.Harness;

/// <summary>A subscription to order state that remembers what it heard, so that waiting for one order loses nothing of another.</summary>
internal sealed class OrderUpdates
{
    private readonly ChannelReader<JsonElement> answers;
    private readonly List<JsonElement> heard = [];

    private OrderUpdates(ChannelReader<JsonElement> answers) => this.answers = answers;

    /// <summary>Everything heard so far, oldest first, the snapshot left out.</summary>
    public IReadOnlyList<JsonElement> Heard => heard;

    /// <summary>The open orders at the moment of subscribing.</summary>
    public IReadOnlyList<JsonElement> Snapshot { get; private set; } = [];

    public static async Task<OrderUpdates> SubscribeAsync(GatewayClient client, CancellationToken cancellationToken)
    {
        var updates = new OrderUpdates(await client.SubscribeAsync("SubscribeOrderState", null, cancellationToken));
        var first = await updates.answers.ReadAsync(cancellationToken);
        updates.Snapshot = [.. GatewayClient.Response(first).EnumerateArray()];
        return updates;
    }

    /// <summary>The first update of the order whose state fits, among those heard already or still to come.</summary>
    /// <exception cref="TimeoutException">None comes; the message lists what came instead.</exception>
    public async Task<JsonElement> UntilAsync(long order, Func<long, bool> fits, CancellationToken cancellationToken)
    {
        for (var known = 0; ; known++)
        {
            while (known == heard.Count)
                await HearAsync(order, cancellationToken);
            if (heard[known].Integer("order_id") == order && fits(heard[known].Integer("state")))
                return heard[known];
        }
    }

    private async Task HearAsync(long order, CancellationToken cancellationToken)
    {
        try
        {
            heard.AddRange(GatewayClient.Response(await answers.ReadAsync(cancellationToken)).EnumerateArray());
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"No update of order {order} came that fits; heard:\n{string.Join('\n', heard)}", late);
        }
    }
}
