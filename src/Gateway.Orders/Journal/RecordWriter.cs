using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gateway.Orders.Journal;

/// <summary>Writes records as lines, each chained to the one before.</summary>
internal sealed class RecordWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> line = new(1024);
    private readonly Utf8JsonWriter json;
    private readonly IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] hash = RecordHash.Origin;

    public RecordWriter() => json = new Utf8JsonWriter(
        line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    /// <summary>The hash of the last record.</summary>
    public ReadOnlySpan<byte> LastHash => hash;

    /// <summary>Goes on after a record that was written before.</summary>
    public void ContinueAfter(ReadOnlySpan<byte> lastHash) => lastHash.CopyTo(hash);

    /// <summary>The record's line with its end; valid until the next call.</summary>
    /// <param name="record">What it says.</param>
    /// <param name="flushed">Up to which record the disk has everything, as far as is known.</param>
    public ReadOnlySpan<byte> Write(in JournalRecord record, long flushed)
    {
        line.ResetWrittenCount();
        json.Reset(line);
        json.WriteStartObject();
        json.WriteNumber("seq"u8, record.Sequence);
        json.Write("time"u8, record.Time);
        json.WriteStartObject("actor"u8);
        json.WriteString("client"u8, record.Actor.Client);
        json.WriteString("trader"u8, record.Actor.Trader);
        json.WriteKnown("desk"u8, record.Actor.Desk);
        json.WriteEndObject();
        json.WriteString("event"u8, record.Event.Name);
        json.WriteStartObject("data"u8);
        record.Event.Write(json);
        json.WriteEndObject();

        // Most records are written alone, after a flush.
        if (flushed != record.Sequence - 1)
            json.WriteNumber("flushed"u8, flushed);
        json.WriteString("prev"u8, hash);
        json.Flush();

        // The object stays open: its hash covers everything up to here and then becomes its last member.
        RecordHash.Write(sha, line.WrittenSpan, hash);
        line.Write(",\"hash\":\""u8);
        line.Write(hash);
        line.Write("\"}\n"u8);
        return line.WrittenSpan;
    }

    public void Dispose()
    {
        json.Dispose();
        sha.Dispose();
    }
}
