using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Orders.Alerts;
using Gateway.Orders.Archive;
using Gateway.Orders.Halts;
using Gateway.Orders.Journal;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Snapshots;

/// <summary>
/// Writes a snapshot as JSON lines, each an object of one member that names what it is: first a head, last the hash of all before.
/// <see cref="SnapshotReader"/> reads it.
/// </summary>
internal sealed class SnapshotWriter : IDisposable
{
    /// <summary>Changes with every change of the notation: a snapshot of another format is not read, but made anew from the journal.</summary>
    public const int Format = 3;

    private const int Portion = 64 * 1024;

    private readonly ArrayBufferWriter<byte> text = new(2 * Portion);
    private readonly Utf8JsonWriter json;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public SnapshotWriter() => json = new(text, new JsonWriterOptions { SkipValidation = true });

    /// <summary>The bytes of a snapshot, portion by portion; each is valid until the next is asked for.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Portions(Snapshot snapshot)
    {
        foreach (var written in Lines(snapshot))
        {
            if (written < Portion)
                continue;
            hash.AppendData(text.WrittenSpan);
            yield return text.WrittenMemory;
            text.ResetWrittenCount();
        }

        hash.AppendData(text.WrittenSpan);
        Begin("end"u8);
        json.WriteStringValue(Convert.ToHexStringLower(hash.GetHashAndReset()));
        End();
        yield return text.WrittenMemory;
    }

    public void Dispose()
    {
        json.Dispose();
        hash.Dispose();
    }

    // A step is a line.
    private IEnumerable<int> Lines(Snapshot snapshot)
    {
        var state = snapshot.Ledger;
        Begin("snapshot"u8);
        WriteHead(snapshot);
        yield return End();
        Begin("limits"u8);
        WriteAll(state.Limits, limit => LimitsJson.Write(json, limit));
        yield return End();
        foreach (var halt in state.Halts)
        {
            Begin("halt"u8);
            Write(halt);
            yield return End();
        }

        foreach (var (account, mark) in state.Marks)
        {
            Begin("mark"u8);
            Write(account.Value, mark);
            yield return End();
        }

        foreach (var order in state.Open)
        {
            Begin("open"u8);
            OrderJson.Write(json, order);
            yield return End();
        }

        foreach (var order in state.Ended)
        {
            Begin("ended"u8);
            OrderJson.Write(json, order);
            yield return End();
        }

        Begin("named"u8);
        WriteAll(state.Named, id => json.WriteNumberValue(id.Value));
        yield return End();
        Begin("retiring"u8);
        WriteAll(state.Retiring, Write);
        yield return End();
        foreach (var line in Fills(state.Fills))
            yield return line;
        foreach (var update in snapshot.Feed.Updates)
        {
            Begin("update"u8);
            Write(update);
            yield return End();
        }

        foreach (var alert in snapshot.Alerts.Alerts)
        {
            Begin("alert"u8);
            Write(alert);
            yield return End();
        }
    }

    // Whose and where is said once, and numbered by its place.
    private IEnumerable<int> Fills(IReadOnlyList<CountedFill> fills)
    {
        var places = new Dictionary<Footprint, int>();
        foreach (var fill in fills)
        {
            if (places.TryAdd(fill.Footprint, places.Count))
            {
                Begin("footprint"u8);
                Write(fill.Footprint);
                yield return End();
            }

            Begin("fill"u8);
            Write(fill, places[fill.Footprint]);
            yield return End();
        }
    }

    private void Begin(ReadOnlySpan<byte> what)
    {
        json.Reset();
        json.WriteStartObject();
        json.WritePropertyName(what);
    }

    private int End()
    {
        json.WriteEndObject();
        json.Flush();
        text.Write("\n"u8);
        return text.WrittenCount;
    }

    private void WriteHead(Snapshot snapshot)
    {
        json.WriteStartObject();
        json.WriteNumber("format"u8, Format);
        json.WriteNumber("sequence"u8, snapshot.Position.Sequence);
        json.WriteString("hash"u8, snapshot.Position.Hash);
        if (snapshot.Ledger.Instance is { } instance)
            json.WriteNumber("instance"u8, instance.Value);
        json.WriteBoolean("latest_may_be_lost"u8, snapshot.Ledger.LatestMayBeLost);
        json.WriteNumber("last_order"u8, snapshot.Ledger.LastOrder);
        json.Write("fills_as_of"u8, snapshot.Ledger.FillsAsOf);
        json.WriteNumber("updates_after"u8, snapshot.Feed.Forgotten);
        json.WriteNumber("alerts_after"u8, snapshot.Alerts.Forgotten);
        json.WritePropertyName("archive"u8);
        JsonSerializer.Serialize(json, snapshot.Archive);
        json.WriteEndObject();
    }

    private void Write(ActiveHalt halt)
    {
        json.WriteStartObject();
        HaltJson.Write(json, halt.Halt);
        json.WriteString("client"u8, halt.By.Client);
        json.WriteString("trader"u8, halt.By.Trader);
        json.WriteKnown("desk"u8, halt.By.Desk);
        json.Write("since"u8, halt.Since);
        json.WriteEndObject();
    }

    private void Write(string account, FillMarkState mark)
    {
        json.WriteStartObject();
        json.WriteString("account"u8, account);
        json.WriteKnown("latest"u8, mark.Latest);
        json.WriteBoolean("caught_up"u8, mark.IsCaughtUp);
        json.WriteKnown("through"u8, mark.Through);
        json.WriteEndObject();
    }

    private void Write(Footprint footprint)
    {
        json.WriteStartObject();
        json.WriteString("account"u8, footprint.Party.Account.Value);
        json.WriteKnown("trader"u8, footprint.Party.Trader);
        json.WriteKnown("desk"u8, footprint.Party.Desk);
        json.WriteNames(footprint.Market);
        json.WriteEndObject();
    }

    private void Write(in KeptUpdate update)
    {
        json.WriteStartObject();
        json.WriteString("account"u8, update.Account.Value);
        json.WriteNumber("sequence"u8, update.Sequence);
        json.Write("order"u8, update.Order);
        json.WriteNumber("state"u8, (int)update.State);
        json.Write("filled"u8, update.Filled.Value);
        json.WriteKnown("price"u8, update.AveragePrice);
        json.WriteKnown("reason"u8, update.RejectReason);
        json.Write("time"u8, update.Timestamp);
        json.WriteKnown("order_price"u8, update.Price?.Value);
        json.WriteKnown("order_quantity"u8, update.Quantity?.Value);
        json.WriteEndObject();
    }

    private void Write(Alert alert)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence"u8, alert.Sequence);
        json.Write("time"u8, alert.Time);
        json.WriteString("kind"u8, alert.Kind.ToString());
        json.WriteString("message"u8, alert.Message);
        json.WriteKnown("account"u8, alert.Account?.Value);
        if (alert.Order is { } order)
            json.Write("order"u8, order);
        json.WriteEndObject();
    }

    private void Write((DateTimeOffset Since, OrderId Order) retiring)
    {
        json.WriteStartArray();
        json.WriteNumberValue(retiring.Since.UtcTicks);
        json.WriteNumberValue(retiring.Order.Value);
        json.WriteEndArray();
    }

    private void Write(in CountedFill fill, int footprint)
    {
        json.WriteStartArray();
        json.WriteNumberValue(fill.Time.UtcTicks);
        json.WriteNumberValue(footprint);
        json.WriteStringValue(TermsJson.Write(fill.Side));
        json.WriteStringValue(Plain.Format(fill.Quantity));
        json.WriteEndArray();
    }

    private void WriteAll<T>(IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }
}
