using System.Globalization;
using System.Text.Json;

namespace Gateway.Torture.Tests.Network;

/// <summary>The orders, and changes of orders, on their way to the venue, and every one that has arrived there.</summary>
internal sealed class Flights
{
    private readonly Dictionary<long, IReadOnlyList<Flight>> under = [];
    private readonly Dictionary<string, int> arrivals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> bytesOf = new(StringComparer.Ordinal);
    private readonly Dictionary<long, HashSet<string>> actionsByNonce = [];
    private readonly List<IReadOnlyCollection<string>> sameNonce = [];
    private long last;

    /// <summary>What has left the gateway and has neither arrived nor been lost.</summary>
    public IEnumerable<Flight> Under => under.Values.SelectMany(flights => flights);

    /// <summary>The nonce of the last order that left.</summary>
    public long? LastNonce { get; private set; }

    /// <summary>Actions, by their first orders, that left with the same nonce, which only those of different signers may.</summary>
    public IReadOnlyList<IReadOnlyCollection<string>> SameNonce => sameNonce;

    /// <summary>How often each order, by its cloid, has arrived.</summary>
    public IReadOnlyDictionary<string, int> Arrivals => arrivals;

    /// <summary>The cloid of an order that left twice with different bytes; null: none did.</summary>
    public string? Altered { get; private set; }

    /// <summary>A frame leaves.</summary>
    /// <returns>Its number; 0 if there is no order in it.</returns>
    public long Leave(string frame)
    {
        var flights = Read(frame);
        if (flights.Count == 0)
            return 0;
        foreach (var flight in flights)
        {
            if (!bytesOf.TryAdd(flight.Cloid, flight.Signed) && !string.Equals(bytesOf[flight.Cloid], flight.Signed, StringComparison.Ordinal))
                Altered ??= flight.Cloid;
        }

        NoteNonce(flights[0]);
        under.Add(++last, flights);
        return last;
    }

    /// <summary>It arrives.</summary>
    public void Arrive(long number)
    {
        if (!under.Remove(number, out var flights))
            return;
        foreach (var flight in flights)
            arrivals[flight.Cloid] = arrivals.GetValueOrDefault(flight.Cloid) + 1;
    }

    /// <summary>It never will.</summary>
    public void Lose(long number) => under.Remove(number);

    private void NoteNonce(Flight first)
    {
        LastNonce = first.Nonce;
        if (!actionsByNonce.TryGetValue(first.Nonce, out var actions))
            actionsByNonce.Add(first.Nonce, actions = new(StringComparer.Ordinal));
        if (actions.Add(first.Cloid) && actions.Count == 2)
            sameNonce.Add(actions);
    }

    private static IReadOnlyList<Flight> Read(string frame)
    {
        using var document = JsonDocument.Parse(frame);
        if (!document.RootElement.TryGetProperty("request", out var request))
            return [];
        var payload = request.GetProperty("payload");
        if (!payload.TryGetProperty("action", out var action))
            return [];
        var orders = action.GetProperty("type").GetString() switch
        {
            "order" => action.GetProperty("orders").EnumerateArray(),
            "batchModify" => action.GetProperty("modifies").EnumerateArray().Select(modify => modify.GetProperty("order")),
            _ => [],
        };
        return [.. orders.Select(order => new Flight(
            order.GetProperty("c").GetString()!,
            decimal.Parse(order.GetProperty("s").GetString()!, CultureInfo.InvariantCulture),
            payload.GetProperty("expiresAfter").GetInt64(),
            payload.GetProperty("nonce").GetInt64(),
            payload.GetRawText()))];
    }

    /// <summary>An order on its way, or what is to replace one.</summary>
    /// <param name="Cloid">Its client order id.</param>
    /// <param name="Size">How much it may trade.</param>
    /// <param name="ExpiresAfter">The last moment at which the venue takes it in, Unix ms.</param>
    /// <param name="Nonce">What it was signed with, once.</param>
    /// <param name="Signed">All that was signed.</param>
    internal sealed record Flight(string Cloid, decimal Size, long ExpiresAfter, long Nonce, string Signed);
}
