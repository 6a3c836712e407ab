using System.Buffers.Binary;
using Gateway.Cryptography;
using Hyperliquid.Simulator.Markets;

namespace Hyperliquid.Simulator.Trading;

/// <summary>
/// What one step of the exchange brought about; everything in it shares one time and hash. Today each action is a block of
/// its own; nothing outside <see cref="Exchange"/> relies on that.
/// </summary>
internal sealed class Block(long height, long time)
{
    private readonly List<OrderUpdate> orderUpdates = [];
    private readonly List<Fill> fills = [];
    private readonly List<Trade> trades = [];
    private readonly List<Order> nonUserCancels = [];
    private readonly List<(Twap Twap, int Step)> twapSteps = [];
    private readonly HashSet<Instrument> changedBooks = [];

    public long Height { get; } = height;

    /// <summary>Milliseconds since the Unix epoch.</summary>
    public long Time { get; } = time;

    public string Hash { get; } = HashOf(height);

    public IReadOnlyList<OrderUpdate> OrderUpdates => orderUpdates;

    public IReadOnlyList<Fill> Fills => fills;

    public IReadOnlyList<Trade> Trades => trades;

    /// <summary>Orders that ended without their owner asking, reduce-only ones excepted.</summary>
    public IReadOnlyList<Order> NonUserCancels => nonUserCancels;

    /// <summary>TWAP orders that began or ended, and which of its steps that was.</summary>
    public IReadOnlyList<(Twap Twap, int Step)> TwapSteps => twapSteps;

    public IReadOnlyCollection<Instrument> ChangedBooks => changedBooks;

    public void Note(OrderUpdate update) => orderUpdates.Add(update);

    public void Note(Fill fill) => fills.Add(fill);

    public void Note(Trade trade) => trades.Add(trade);

    /// <summary>Notes the latest step of a TWAP order.</summary>
    public void Note(Twap twap) => twapSteps.Add((twap, twap.Steps.Count - 1));

    public void NoteNonUserCancel(Order order) => nonUserCancels.Add(order);

    public void NoteChange(Instrument instrument) => changedBooks.Add(instrument);

    private static string HashOf(long height)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, height);
        return $"0x{Convert.ToHexStringLower(Keccak256.HashData(bytes))}";
    }
}
