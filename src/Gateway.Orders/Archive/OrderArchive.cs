using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Orders.Archive;

/// <summary>The orders that have left memory, by number and by the name their client gave them.</summary>
internal sealed class OrderArchive(IRoom room) : IDisposable
{
    private const string Log = "orders";
    private const ulong Scatter = 0x9E3779B97F4A7C15;

    private readonly AppendLog orders = new(room, Log);
    private readonly ArchiveIndex places = new(room, "orders.index");
    private readonly ArchiveIndex names = new(room, "names.index");
    private readonly ArrayBufferWriter<byte> text = new(1024);
    private readonly Utf8JsonWriter json = new(Stream.Null);
    private long leaving;

    /// <summary>The names of its logs.</summary>
    public static IEnumerable<string> Logs => [Log];

    /// <summary>Takes an order in, in place of what it knew of it.</summary>
    public void Add(Order order, bool isNew)
    {
        text.ResetWrittenCount();
        json.Reset(text);
        OrderJson.Write(json, order);
        json.Flush();
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, text.WrittenCount);
        places.Add(KeyOf(order.Id), orders.Append(length));
        orders.Append(text.WrittenSpan);
        if (isNew && order.Terms.ClientOrderId is { } name)
            names.Add(KeyOf(order.Terms.Account, name), order.Id.Value);
    }

    /// <summary>The order, or null where it was not taken in.</summary>
    public Order? Find(OrderId id)
    {
        // What was taken in last lies farthest back.
        var offset = -1L;
        foreach (var place in places.Find(KeyOf(id)))
            offset = Math.Max(offset, place);
        if (offset < 0)
            return null;
        Span<byte> length = stackalloc byte[sizeof(int)];
        orders.Read(offset, length);
        var bytes = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
        orders.Read(offset + sizeof(int), bytes);
        using var document = JsonDocument.Parse(bytes);
        return OrderJson.Read(document.RootElement);
    }

    /// <summary>The order that a client gave this name, or null.</summary>
    public OrderId? FindNamed(AccountName account, string clientOrderId)
    {
        foreach (var number in names.Find(KeyOf(account, clientOrderId)))
        {
            if (Find(new(number)) is { } order && order.Terms.Account == account && order.Terms.ClientOrderId == clientOrderId)
                return order.Id;
        }

        return null;
    }

    /// <summary>Sets apart what is to be sealed.</summary>
    /// <returns>False if the disk is full: nothing has changed.</returns>
    public bool TryFreeze()
    {
        if (!orders.TryWriteOut())
            return false;
        leaving = orders.Written;
        places.Freeze();
        names.Freeze();
        return true;
    }

    /// <summary>Brings what was set apart to the disk, while the archive goes on.</summary>
    public async ValueTask<OrderArchiveStamp> SealAsync(string mark, CancellationToken cancellationToken) => new(
        orders.Seal(leaving), await places.SealAsync(mark, cancellationToken), await names.SealAsync(mark, cancellationToken));

    /// <summary>Goes on with what was sealed.</summary>
    public void Adopt()
    {
        places.Adopt();
        names.Adopt();
    }

    /// <summary>Takes back what was set apart.</summary>
    public void Thaw()
    {
        places.Thaw();
        names.Thaw();
    }

    /// <summary>Whether what was sealed lies there.</summary>
    public static bool IsThere(IRoom room, OrderArchiveStamp stamp) =>
        AppendLog.IsThere(room, Log, stamp.Log) && ArchiveIndex.IsThere(room, stamp.Places) && ArchiveIndex.IsThere(room, stamp.Names);

    /// <summary>Goes on after what was sealed.</summary>
    public void Resume(OrderArchiveStamp stamp)
    {
        orders.Resume(stamp.Log);
        places.Resume(stamp.Places);
        names.Resume(stamp.Names);
    }

    public void Dispose()
    {
        json.Dispose();
        orders.Dispose();
        places.Dispose();
        names.Dispose();
    }

    private static ulong KeyOf(OrderId id) => unchecked((ulong)id.Value * Scatter);

    private static ulong KeyOf(AccountName account, string clientOrderId) => ArchiveIndex.KeyOf($"{account.Value}\n{clientOrderId}");
}
