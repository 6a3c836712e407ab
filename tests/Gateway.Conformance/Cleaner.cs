using System.Text.Json;

namespace Gateway.Conformance;

/// <summary>
/// Cancels what a conversation has placed and waits until it is out: otherwise one conversation's orders would be the next
/// one's surprise.
/// </summary>
internal static class Cleaner
{
    private const string Name = "Cleaner";

    // An order that is not out after so many looks is left to whoever looks at the endpoint.
    private const int Looks = 100;

    private const int Out = 64;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task CleanAsync(Stage stage, CancellationToken cancellationToken)
    {
        var orders = stage.Connections.SelectMany(connection => connection.Placed).Select(order => order.GetRawText()).Distinct().ToArray();
        if (orders.Length == 0)
            return;
        try
        {
            await new Lines.Connect(0, Name, "").PerformAsync(stage, cancellationToken);
            var connection = await stage.FindAsync(Name, cancellationToken);
            // Whether a cancel succeeds is no matter: most of these orders are out already.
            foreach (var order in orders)
                await AskAsync(stage, connection, $"cancel-{order}", $""" "type":"CancelOrder","order_id":{order} """, cancellationToken);
            for (var look = 0; look < Looks && !await AllOutAsync(stage, connection, orders, look, cancellationToken); look++)
                await Task.Delay(Pause, stage.Time, cancellationToken);
        }
        catch (ConversationFailedException)
        {
            // The conversation's own outcome says what is wrong with the endpoint.
        }
    }

    private static async Task<bool> AllOutAsync(
        Stage stage, Connection connection, string[] orders, int look, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(
            stage, connection, $"look-{look}", $""" "type":"GetOrderState","order_ids":[{string.Join(',', orders)}] """, cancellationToken);
        return !answer.TryGetProperty("response", out var states) || states.ValueKind != JsonValueKind.Array
            || states.EnumerateArray().All(state => state.ValueKind != JsonValueKind.Number || (state.GetInt32() & Out) != 0);
    }

    private static async Task<JsonElement> AskAsync(
        Stage stage, Connection connection, string id, string request, CancellationToken cancellationToken)
    {
        await connection.SendAsync($$"""{"id":"{{id}}",{{request}}}""", int.MaxValue, cancellationToken);
        return await stage.WithinPatienceAsync(
            token => connection.TakeAsync(message => message.TryGetProperty("id", out var answered) && Connection.Key(answered) == $"\"{id}", token),
            () => new($"No answer to {id}."),
            cancellationToken);
    }
}
