using System.Text.Json;
using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Requests.Orderflow;

/// <summary>Steps of an order's life that several tests take.</summary>
internal static class OrderStory
{
    public static async Task<long> PlaceAsync(this TestClient client, string account = "DEFAULT", string more = "") =>
        (await client.ResponseAsync("SendLimitOrder", OrderFields.Limit(account: account, more: more))).GetInt64();

    public static Task<JsonElement> OpenAsync(this TestClient client, string scope = "\"Global\"", string set = "\"Firm\"") =>
        client.ResponseAsync("ListOpen", $$""" "scope":{{scope}},"set":{{set}} """);

    /// <summary>Waits until an order's state is as it should become.</summary>
    public static async Task ReachAsync(this TestClient client, long order, int state)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (await client.StateAsync(order) is var now && now != state)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"Order {order} stays at {now}.");
            await Task.Yield();
        }
    }

    public static async Task<int> StateAsync(this TestClient client, long order) =>
        (await client.ResponseAsync("GetOrderState", $"\"order_ids\":[{order}]"))[0].GetInt32();
}
