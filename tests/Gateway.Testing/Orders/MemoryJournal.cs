using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Orders;
using Gateway.Orders.Journal;

namespace Gateway.Testing.Orders;

/// <summary>
/// A journal without a disk. What was flushed survives the engine in <see cref="Durable"/>, in the notation of the file
/// journal, so that a second engine can be started from it; what was not flushed dies with the object.
/// </summary>
public sealed class MemoryJournal : IJournal
{
    private readonly List<(long Sequence, DateTimeOffset Time, Actor Actor, string Name, byte[] Data)> durable;
    private readonly List<(long Sequence, DateTimeOffset Time, Actor Actor, string Name, byte[] Data)> pending = [];
    private int read;

    public MemoryJournal() => durable = [];

    private MemoryJournal(IEnumerable<(long, DateTimeOffset, Actor, string, byte[])> kept) => durable = [.. kept];

    /// <summary>What would be found after a crash.</summary>
    public IReadOnlyList<JournalRecord> Durable => [.. durable.Select(Read)];

    /// <summary>How many records were flushed.</summary>
    public int Count => durable.Count;

    /// <summary>How many flushes wrote something.</summary>
    public int Flushes { get; private set; }

    /// <summary>The flush at which the disk is full, from 1; null: never.</summary>
    public int? FailAtFlush { get; set; }

    /// <summary>What the journal says of its room.</summary>
    public string? Shortage { get; set; }

    /// <summary>What the journal says of a power cut.</summary>
    public bool MayLoseTheLatest { get; set; }

    /// <summary>Called with every flush, also with one that has nothing to write.</summary>
    public Action? Flushing { get; set; }

    /// <summary>Called after every flush that wrote something.</summary>
    public Action? Flushed { get; set; }

    /// <summary>When completed, flushes go on; lets a test look at what happens meanwhile.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>A journal that holds what this one has flushed, or only its first records: what a new process would find.</summary>
    public MemoryJournal AfterCrash(int? records = null) => new(durable.Take(records ?? durable.Count)) { MayLoseTheLatest = MayLoseTheLatest };

    /// <summary>After which record the reading began; 0: with the first.</summary>
    public long ReadAfter { get; private set; }

    public JournalPosition Position => PositionOf(read + pending.Count);

    /// <summary>The position of a record that was flushed or appended.</summary>
    public JournalPosition PositionOf(int sequence)
    {
        var all = durable.Concat(pending).Take(sequence).ToList();
        var hash = SHA256.HashData(all.SelectMany(record => record.Data).ToArray());
        return new(sequence, Convert.ToHexStringLower(hash[..16]));
    }

    public bool Holds(JournalPosition position) => position.Sequence <= durable.Count && PositionOf((int)position.Sequence) == position;

    public async IAsyncEnumerable<JournalRecord> ReadAsync(
        JournalPosition? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        ReadAfter = after?.Sequence ?? 0;
        read = (int)ReadAfter;
        while (read < durable.Count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Read(durable[read++]);
        }
    }

    public long Append(DateTimeOffset time, Actor actor, JournalEvent journalEvent)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            journalEvent.Write(json);
            json.WriteEndObject();
        }

        var sequence = durable.Count + pending.Count + 1;
        pending.Add((sequence, time, actor, journalEvent.Name, buffer.WrittenSpan.ToArray()));
        return sequence;
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        Flushing?.Invoke();
        if (pending.Count == 0)
            return;
        await Gate;
        if (++Flushes == FailAtFlush)
            throw new JournalUnavailableException("The journal cannot be written: the disk is full.", new IOException());
        durable.AddRange(pending);
        read = durable.Count;
        pending.Clear();
        Flushed?.Invoke();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static JournalRecord Read((long Sequence, DateTimeOffset Time, Actor Actor, string Name, byte[] Data) record)
    {
        using var document = JsonDocument.Parse(record.Data);
        return new(record.Sequence, record.Time, record.Actor, JournalEvents.Read(record.Name, document.RootElement));
    }
}
