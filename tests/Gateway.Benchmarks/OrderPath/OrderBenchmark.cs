using BenchmarkDotNet.Attributes;
using Gateway.Orders.Journal;

namespace Gateway.Benchmarks.OrderPath;

/// <summary>What the order core does with an order: decide it against every limit, write its record, flush it.</summary>
[MemoryDiagnoser]
public class OrderBenchmark
{
    private readonly OrderBook book = new();
    private readonly RecordWriter writer = new();
    private JournalRecord record;
    private FileJournal journal = null!;
    private string directory = "";

    [GlobalSetup]
    public async Task Setup()
    {
        record = book.RecordOf(book.Decide());
        directory = Directory.CreateTempSubdirectory("gateway-bench-").FullName;
        journal = new(new() { Directory = directory }, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<FileJournal>.Instance);
        await foreach (var _ in journal.ReadAsync(after: null, CancellationToken.None))
        {
            // It is new.
        }
    }

    [GlobalCleanup]
    public async Task Cleanup()
    {
        await journal.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    /// <summary>Every check, all limits included.</summary>
    [Benchmark]
    public JournalEvent Decide() => book.Decide();

    /// <summary>The bytes of its record, hash included.</summary>
    [Benchmark]
    public int Append() => writer.Write(record, record.Sequence - 1).Length;

    /// <summary>One record on the disk.</summary>
    [Benchmark]
    public async Task Append_and_flush()
    {
        journal.Append(record.Time, record.Actor, record.Event);
        await journal.FlushAsync(CancellationToken.None);
    }
}
