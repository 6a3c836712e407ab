using System.Globalization;
using System.Text.Json;

namespace Gateway.EndToEnd.Tests.Harness;

/// <summary>Compares all that the gateway tells about an account with what the venue itself knows, to the last digit.</summary>
internal static class Agreement
{
    private const int Rejected = 2, Filled = 8, Canceled = 32, Out = 64, Stale = 128;

    /// <summary>Asserts that orders and fills agree, that no order reached the venue twice, and that none is of unknown fate.</summary>
    /// <returns>The gateway's orders, by their numbers.</returns>
    public static async Task<IReadOnlyDictionary<long, JsonElement>> AssertAsync(
        World world, GatewayClient client, string account, string address, CancellationToken cancellationToken)
    {
        var truth = await world.TruthAsync(address, cancellationToken);
        var orders = await OrdersAsync(client, account, cancellationToken);

        AssertOrders(orders, truth);
        await AssertFillsAsync(client, account, truth, cancellationToken);
        return orders;
    }

    /// <summary>Every order of the account that the gateway knows; numbers have no gaps, so the first unknown one ends the list.</summary>
    public static async Task<IReadOnlyDictionary<long, JsonElement>> OrdersAsync(
        GatewayClient client, string account, CancellationToken cancellationToken)
    {
        var orders = new Dictionary<long, JsonElement>();
        for (var first = 1L; ; first += 500)
        {
            var page = await client.AskAsync(
                "GetOrderDetails", new { order_ids = Enumerable.Range(0, 500).Select(n => first + n) }, cancellationToken);
            foreach (var order in page.EnumerateArray().Where(order => !order.IsNull() && order.Text("account") == account))
                orders.Add(order.Integer("id"), order);
            if (page.EnumerateArray().Any(order => order.IsNull()))
                return orders;
        }
    }

    private static void AssertOrders(IReadOnlyDictionary<long, JsonElement> orders, JsonElement truth)
    {
        var atVenue = truth.GetProperty("orders").EnumerateArray().ToList();
        Assert.Equal(atVenue.Count, atVenue.Select(order => order.Text("cloid")).Distinct().Count());
        var byNumber = atVenue.ToDictionary(order => order.Integer("oid").ToString(CultureInfo.InvariantCulture));

        // Each change of an order stands there as an order of its own, named after ours.
        var legsOf = atVenue.ToLookup(order => OrderOf(order.Text("cloid")!));
        foreach (var (id, order) in orders)
        {
            var state = order.Integer("state");
            Assert.True((state & Stale) == 0, $"The fate of order {id} is still unknown: {order}");
            if (order.Text("exchange_order_id") is not { } number || !byNumber.Remove(number, out var real))
            {
                // It was refused, or withdrawn before it was sent.
                Assert.True((state & Out) != 0 && (state & (Rejected | Canceled)) != 0 && (state & Filled) == 0, $"Order {id} is not at the venue: {order}");
                continue;
            }

            var former = legsOf[id].Where(leg => leg.Integer("oid") != real.Integer("oid")).ToList();
            Assert.DoesNotContain(former, leg => leg.Text("status") == "open");
            foreach (var leg in former.Where(leg => leg.Text("status") == "canceled" || leg.Text("status") == "filled"))
                byNumber.Remove(leg.Integer("oid").ToString(CultureInfo.InvariantCulture));
            AssertOrder(order, state, real, former);
        }

        // What is left at the venue can only be what it refused: such an order has a number there that no answer tells us.
        Assert.All(byNumber.Values, real => Assert.EndsWith("Rejected", real.Text("status")));
    }

    private static void AssertOrder(JsonElement order, long state, JsonElement real, List<JsonElement> former)
    {
        var before = former.Sum(leg => leg.Number("filledSz"));
        var filled = before + real.Number("filledSz");
        Assert.Equal(filled, order.Number("filled_quantity"));
        if (filled > 0)
            Assert.Equal((former.Sum(leg => leg.Number("filledNtl")) + real.Number("filledNtl")) / filled, order.Number("average_price"));
        Assert.Equal(filled > 0, (state & Filled) != 0);
        Assert.True(order.GetProperty("pending_modify").IsNull(), $"{order} is still being changed.");
        Assert.Equal(before + real.Number("origSz"), order.Number("quantity"));
        Assert.Equal(real.Number("limitPx"), order.Number("price"));
        switch (real.Text("status"))
        {
            case "open":
                Assert.True((state & Out) == 0, $"{order} is open at the venue.");
                break;
            case "filled":
                Assert.True((state & Out) != 0, $"{order} is filled at the venue.");
                break;
            case "canceled":
                Assert.True((state & (Canceled | Out)) == (Canceled | Out), $"{order} is canceled at the venue.");
                break;
            default:
                Assert.True((state & Out) != 0, $"{order} is {real.Text("status")} at the venue.");
                break;
        }
    }

    // Our number is the lower 53 bits of the eight bytes after version and instance; those above number the leg.
    private static long OrderOf(string cloid) =>
        long.Parse(cloid.AsSpan(12, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) & ((1L << 53) - 1);

    private static async Task AssertFillsAsync(
        GatewayClient client, string account, JsonElement truth, CancellationToken cancellationToken)
    {
        var listed = await client.AskAsync(
            "ListFills",
            new { scope = "Global", set = new { type = "Account", value = account }, limit = 10_000 },
            cancellationToken);
        var ids = listed.EnumerateArray().Select(fill => fill[1].GetString()!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var details = new List<JsonElement>();
        foreach (var page in ids.Chunk(1000))
            details.AddRange((await client.AskAsync("GetFillDetails", new { fill_ids = page }, cancellationToken)).EnumerateArray());

        var atVenue = truth.GetProperty("fills").EnumerateArray().Select(fill =>
            (Number: fill.Integer("tid").ToString(CultureInfo.InvariantCulture), Order: fill.Integer("oid").ToString(CultureInfo.InvariantCulture),
                Price: fill.Number("px"), Quantity: fill.Number("sz"), Fee: fill.Number("fee"), IsBuy: fill.Text("side") == "B",
                IsTaker: fill.GetProperty("crossed").GetBoolean()));
        var here = details.Select(fill =>
            (Number: fill.Text("exchange_fill_id")!, Order: fill.Text("exchange_order_id")!,
                Price: fill.Number("price"), Quantity: fill.Number("quantity"), Fee: fill.Number("fee"), IsBuy: fill.Text("dir") == "Buy",
                IsTaker: fill.Text("liquidity") == "Taker"));
        Assert.Equal(atVenue.Order(), here.Order());
    }
}
