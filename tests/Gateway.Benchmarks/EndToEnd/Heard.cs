using System.Text;
using System.Text.Json;

namespace Gateway.Benchmarks.EndToEnd;

/// <summary>What a message to a client says about orders. One is used again and again by the one who receives.</summary>
internal sealed class Heard
{
    private const int Acked = 4;
    private const int Out = 64;

    private readonly List<long> acknowledged = [];

    /// <summary>What the client called the request that is answered; null: it is an update of order states.</summary>
    public long? Id { get; private set; }

    /// <summary>The number of the answered order.</summary>
    public long Order { get; private set; }

    /// <summary>The orders that the venue has taken in, by this update.</summary>
    public IReadOnlyList<long> Acknowledged => acknowledged;

    /// <summary>Reads a message.</summary>
    /// <exception cref="InvalidOperationException">It tells of a failure: the bench does nothing that may fail.</exception>
    public void Read(ReadOnlySpan<byte> message)
    {
        acknowledged.Clear();
        Id = null;
        long order = 0;
        var json = new Utf8JsonReader(message);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName)
                continue;
            if (json.ValueTextEquals("id"u8))
                Id = json.Read() && json.TokenType == JsonTokenType.Number ? json.GetInt64() : null;
            else if (json.ValueTextEquals("response"u8))
                Order = json.Read() && json.TokenType == JsonTokenType.Number ? json.GetInt64() : 0;
            else if (json.ValueTextEquals("order_id"u8))
                order = json.Read() ? json.GetInt64() : 0;
            else if (json.ValueTextEquals("state"u8))
                Note(order, json.Read() ? json.GetInt32() : 0, message);
            else if (json.ValueTextEquals("error"u8))
                throw Failure(message);
        }
    }

    private void Note(long order, int state, ReadOnlySpan<byte> message)
    {
        if ((state & Out) != 0)
            throw Failure(message);
        if ((state & Acked) != 0)
            acknowledged.Add(order);
    }

    private static InvalidOperationException Failure(ReadOnlySpan<byte> message) =>
        new($"The gateway says: {Encoding.UTF8.GetString(message[..Math.Min(1000, message.Length)])}");
}
