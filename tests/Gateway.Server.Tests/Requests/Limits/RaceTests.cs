using System.Globalization;
using Gateway.Server.Tests.Harness;
using Gateway.Venues;

namespace Gateway.Server.Tests.Requests.Limits;

/// <summary>Check and reservation are one step, however many ask at once.</summary>
public sealed class RaceTests
{
    private const int Connections = 64;
    private const int Rounds = 1000;

    [Fact]
    public async Task Of_64_connections_that_race_for_room_for_one_order_exactly_one_gets_it()
    {
        await using var gateway = await TestGateway.StartAsync();
        var clients = Enumerable.Range(0, Connections).Select(_ => gateway.Connect()).ToArray();
        await clients[0].ResponseAsync("SetLimits", """ "limits":[{"type":"MaxOpen","value":["Firm","Global","10000"]}] """);

        for (var round = 0; round < Rounds; round++)
        {
            var answers = await Task.WhenAll(clients.Select(client =>
                client.ResponseAsync("SendLimitOrder", OrderFields.Limit(quantity: "0.1", price: 100_000))));

            var ids = string.Join(',', answers.Select(answer => answer.GetInt64().ToString(CultureInfo.InvariantCulture)));
            var states = await clients[0].ResponseAsync("GetOrderState", $"\"order_ids\":[{ids}]");
            var won = answers.Zip(states.EnumerateArray()).Where(order => order.Second.GetInt32() == 1).Select(order => order.First.GetInt64()).ToList();
            Assert.Single(won);
            Assert.Equal(Connections - 1, states.EnumerateArray().Count(state => state.GetInt32() == 66));

            // The venue fills nothing: the winner is refused there, and makes room for the next round.
            gateway.Venue.Reject(won[0], "no");
            while ((await clients[0].ResponseAsync("GetOrderState", $"\"order_ids\":[{won[0]}]"))[0].GetInt32() != 66)
                await Task.Yield();
        }

        var places = 0;
        while (gateway.Venue.Instructions.Reader.TryRead(out var instruction))
            places += instruction is Instruction.Place ? 1 : 0;
        Assert.Equal(Rounds, places);
    }
}
