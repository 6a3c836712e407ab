using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using Gateway.Orders.Journal;
using Gateway.Venues;

namespace Gateway.Orders.Archive;

/// <summary>
/// The orders that have left memory, by number and by the name their client gave them. It is made anew from the journal by every
/// start, so it can be neither wrong nor lost.
/// </summary>
internal sealed class OrderArchive(Room room) : IDisposable
{
    private const int SlotSize = 16;

    private readonly IStore orders = room.Begin("orders");
    private readonly IStore places = room.Begin("orders.index");
    private readonly HashIndex names = new(room.Begin("names.index"));
    private readonly ArrayBufferWriter<byte> text = new(1024);
    private long end;

    /// <summary>Takes an order in, in place of what it knew of it.</summary>
    /// <returns>False if the disk is full: nothing has changed.</returns>
    public bool TryAdd(Order order, bool isNew)
    {
        text.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(text))
            OrderJson.Write(json, order);
        Span<byte> slot = stackalloc byte[SlotSize];
        BinaryPrimitives.WriteInt64LittleEndian(slot, end);
        BinaryPrimitives.WriteInt32LittleEndian(slot[8..], text.WrittenCount);
        try
        {
            orders.Write(end, text.WrittenSpan);
            places.Write(order.Id.Value * SlotSize, slot);
        }
        catch (IOException full) when (SpaceReserve.IsWanting(full))
        {
            return false;
        }

        end += text.WrittenCount;
        if (isNew && order.Terms.ClientOrderId is { } name)
            names.Add(HashOf(order.Terms.Account, name), order.Id.Value);
        return true;
    }

    /// <summary>The order, or null where it was not taken in.</summary>
    public Order? Find(OrderId id)
    {
        Span<byte> slot = stackalloc byte[SlotSize];
        places.Read(id.Value * SlotSize, slot);
        var length = BinaryPrimitives.ReadInt32LittleEndian(slot[8..]);
        if (length == 0)
            return null;
        var bytes = new byte[length];
        orders.Read(BinaryPrimitives.ReadInt64LittleEndian(slot), bytes);
        using var document = JsonDocument.Parse(bytes);
        return OrderJson.Read(document.RootElement);
    }

    /// <summary>The order that a client gave this name, or null.</summary>
    public OrderId? FindNamed(AccountName account, string clientOrderId)
    {
        foreach (var number in names.Find(HashOf(account, clientOrderId)))
        {
            if (Find(new(number)) is { } order && order.Terms.Account == account && order.Terms.ClientOrderId == clientOrderId)
                return order.Id;
        }

        return null;
    }

    public void Dispose()
    {
        orders.Dispose();
        places.Dispose();
        names.Dispose();
    }

    private static ulong HashOf(AccountName account, string clientOrderId) => HashIndex.HashOf($"{account.Value}\n{clientOrderId}");
}
