using System.Net.WebSockets;
using System.Text.Json;
using Gateway.EndToEnd.Tests.Harness;

namespace Gateway.EndToEnd.Tests.Crashes;

/// <summary>
/// A client that outlives its gateways. What was not answered it asks again in the same words, and it resumes its stream after
/// the last update it has seen.
/// </summary>
internal sealed class LastingClient(World world)
{
    private const int Out = 64;

    private readonly List<Wish> wishes = [];
    private readonly List<JsonElement> updates = [];

    /// <summary>How many orders it wanted.</summary>
    public int Orders => wishes.Count;

    /// <summary>Whether it changes orders, too. A change that was not answered it does not ask for again, for that would be another one.</summary>
    public bool Changes { get; init; }

    /// <summary>Everything it was told, each update once and in order.</summary>
    public IReadOnlyList<JsonElement> Updates => updates;

    /// <summary>Comes back to a gateway: hears what it missed, and repeats what it may have said already.</summary>
    public async Task ReturnAsync(CancellationToken cancellationToken)
    {
        await using var client = await world.ConnectAsync(cancellationToken);
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var hearing = HearAsync(client, listening.Token);
        foreach (var wish in wishes)
        {
            // A repeat of what was answered must find the same order, so it is repeated too.
            await PlaceAsync(client, wish, cancellationToken);
            if (wish is { IsCancelWanted: true, IsCancelAnswered: false })
                await CancelAsync(client, wish, cancellationToken);
        }

        await listening.CancelAsync();
        await hearing;
    }

    /// <summary>Places and cancels until the gateway dies.</summary>
    public async Task WorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var client = await world.ConnectAsync(cancellationToken);
            var hearing = HearAsync(client, cancellationToken);
            while (!hearing.IsCompleted)
            {
                if (wishes.Find(wish => wish.Order is null) is { } refused)
                    await RepeatAsync(client, refused, cancellationToken);
                else
                    await WorkAsync(client, cancellationToken);
            }
        }
        catch (Exception lost) when (lost is WebSocketException or HttpRequestException or ObjectDisposedException)
        {
            // As it should.
        }
    }

    /// <summary>What it was told last of an order, and that nothing final was ever unsaid.</summary>
    public JsonElement? LastOf(long order)
    {
        JsonElement? last = null;
        foreach (var update in updates.Where(update => update.Integer("order_id") == order))
        {
            Assert.True(last is not { } before || (before.Integer("state") & Out) == 0, $"Order {order} went on after its end: {last}, {update}");
            last = update;
        }

        return last;
    }

    // One order rests, one trades, and one is canceled.
    private async Task WorkAsync(GatewayClient client, CancellationToken cancellationToken)
    {
        var trades = Want(101_000);
        var stays = Want(90_000 + wishes.Count);
        var goes = Want(90_000 + wishes.Count);
        await Task.WhenAll(
            PlaceAsync(client, trades, cancellationToken), PlaceAsync(client, stays, cancellationToken), PlaceAsync(client, goes, cancellationToken));
        if (Changes && stays.Order is { } changing)
            await ChangeAsync(client, changing, cancellationToken);
        if (goes.Order is not null)
            await CancelAsync(client, goes, cancellationToken);
    }

    private static async Task ChangeAsync(GatewayClient client, long order, CancellationToken cancellationToken)
    {
        for (var times = 0; times < 100; times++)
        {
            try
            {
                await client.AskAsync("ModifyOrder", new { order_id = order, price = "91000", quantity = "0.002" }, cancellationToken);
                return;
            }
            catch (GatewayErrorException early) when (early.Code is "InvalidRequest" or "VenueUnavailable")
            {
                // The venue has not acknowledged the order yet.
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
            }
        }
    }

    // The venue is away, and the gateway said so.
    private static async Task RepeatAsync(GatewayClient client, Wish refused, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        await PlaceAsync(client, refused, cancellationToken);
    }

    private Wish Want(int price)
    {
        var wish = new Wish($"wish-{wishes.Count + 1}", price);
        wishes.Add(wish);
        return wish;
    }

    private static async Task PlaceAsync(GatewayClient client, Wish wish, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.AskAsync(
                "SendLimitOrder",
                new { target = World.Bitcoin, account = World.Account, dir = "Buy", quantity = "0.001", price = $"{wish.Price}", client_order_id = wish.Name },
                cancellationToken);
            Assert.True(wish.Order is null || wish.Order == answer.GetInt64(), $"{wish.Name} was order {wish.Order} and is {answer}.");
            wish.Order = answer.GetInt64();
        }
        catch (GatewayErrorException away) when (away.Code == "VenueUnavailable" && wish.Order is null)
        {
            // Nothing was sent.
        }
    }

    private static async Task CancelAsync(GatewayClient client, Wish wish, CancellationToken cancellationToken)
    {
        wish.IsCancelWanted = true;
        try
        {
            await client.AskAsync("CancelOrder", new { order_id = wish.Order }, cancellationToken);
        }
        catch (GatewayErrorException refused) when (refused.Code == "InvalidRequest")
        {
            // It was out already, which only a cancel that was heard before explains.
        }

        wish.IsCancelAnswered = true;
    }

    private async Task HearAsync(GatewayClient client, CancellationToken cancellationToken)
    {
        var answers = await client.SubscribeAsync("SubscribeOrderState", new { after = LastSequence }, cancellationToken);
        try
        {
            await foreach (var answer in answers.ReadAllAsync(cancellationToken))
            {
                foreach (var update in GatewayClient.Response(answer).EnumerateArray())
                {
                    Assert.True(update.Integer("sequence") > LastSequence, $"An update came twice or out of order: {update}");
                    updates.Add(update);
                }
            }
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            // The gateway died, or this was heard enough.
        }
    }

    private long LastSequence => updates.Count == 0 ? 0 : updates[^1].Integer("sequence");

    /// <summary>Whether what it canceled has ended.</summary>
    public IEnumerable<long> Canceled => wishes.Where(wish => wish.IsCancelAnswered).Select(wish => wish.Order!.Value);

    /// <summary>The orders that it was told of, each by the one name it gave.</summary>
    public IEnumerable<long> Known => wishes.Where(wish => wish.Order is not null).Select(wish => wish.Order!.Value);

    private sealed class Wish(string name, int price)
    {
        public string Name => name;

        public int Price => price;

        public long? Order { get; set; }

        public bool IsCancelWanted { get; set; }

        public bool IsCancelAnswered { get; set; }
    }
}
