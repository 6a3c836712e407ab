using System.Text;
using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Gateway.Testing;
using Gateway.Testing.Orders;

using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Orders.Tests.Journal;

public sealed class FileJournalTests : JournalContract, IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("journal").FullName;
    private readonly ManualClock clock = new();
    private JournalFlush flush = JournalFlush.BeforeSend;
    private long segmentBytes = 1 << 20;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Is_possessed_by_one_process_at_a_time()
    {
        await using (Open())
        {
            var taken = Assert.Throws<JournalLockedException>(Open);
            Assert.Contains("in use by another gateway", taken.Message, StringComparison.Ordinal);
        }

        await using var free = Open();
    }

    [Fact]
    public void Where_it_cannot_be_written_says_the_setting_that_cures_it()
    {
        var file = Path.Combine(directory, "file");
        File.WriteAllText(file, "");

        var failure = Assert.Throws<IOException>(() => new FileJournal(
            new JournalOptions { Directory = Path.Combine(file, "data") }, clock, NullLogger<FileJournal>.Instance));

        Assert.Contains("Journal:Directory", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cut_at_any_byte_it_begins_again_after_the_last_whole_record()
    {
        await WriteAsync(3);
        var path = Assert.Single(Segments());
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        for (var length = 0; length <= bytes.Length; length++)
        {
            await File.WriteAllBytesAsync(path, bytes[..length], Stop);
            var whole = bytes[..length].Count(b => b == '\n');
            await using (var journal = Open())
            {
                Assert.Equal(whole, (await ReadAllAsync(journal)).Count);
                Assert.Equal(whole + 1, journal.Append(Time, Trader, new CancelRequested(new(9))));
                await journal.FlushAsync(Stop);
            }

            await using var again = Open();
            Assert.Equal(whole + 1, (await ReadAllAsync(again)).Count);
        }
    }

    [Fact]
    public async Task A_change_of_any_byte_is_found_and_nothing_is_touched()
    {
        await WriteAsync(3);
        var path = Assert.Single(Segments());
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var change in new byte[] { 1, 0x20, 0xff, (byte)(bytes[i] ^ '\n') })
            {
                if (change == 0)
                    continue;
                var changed = bytes.ToArray();
                changed[i] ^= change;
                await File.WriteAllBytesAsync(path, changed, Stop);
                await using var journal = Open();
                var damage = await Assert.ThrowsAsync<JournalDamagedException>(() => ReadAllAsync(journal));
                Assert.Contains("offset", damage.Message, StringComparison.Ordinal);
                Assert.Contains(path, damage.Message, StringComparison.Ordinal);
                Assert.Equal(changed, await File.ReadAllBytesAsync(path, Stop));
            }
        }
    }

    [Fact]
    public async Task A_damage_is_named_by_file_line_and_offset()
    {
        await WriteAsync(3);
        var path = Assert.Single(Segments());
        var text = await File.ReadAllTextAsync(path, Stop);
        await File.WriteAllTextAsync(path, text.Replace("\"order\":2", "\"order\":7", StringComparison.Ordinal), Stop);
        await using var journal = Open();
        var damage = await Assert.ThrowsAsync<JournalDamagedException>(() => ReadAllAsync(journal));
        Assert.Contains($"line 2, at offset {text.IndexOf('\n', StringComparison.Ordinal) + 1}, its hash does not match", damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_taken_out_of_the_middle_is_missed()
    {
        await WriteAsync(3);
        var path = Assert.Single(Segments());
        var lines = await File.ReadAllLinesAsync(path, Stop);
        await File.WriteAllTextAsync(path, $"{lines[0]}\n{lines[2]}\n", Stop);
        await using var journal = Open();
        await Assert.ThrowsAsync<JournalDamagedException>(() => ReadAllAsync(journal));
    }

    [Fact]
    public async Task Long_journals_go_on_in_further_files_and_none_may_be_missing()
    {
        segmentBytes = 1;
        await WriteAsync(4);
        Assert.Equal(4, Segments().Length);
        await using (var journal = Open())
            Assert.Equal(4, (await ReadAllAsync(journal)).Count);

        // Only the last file can have been interrupted.
        var second = Segments()[1];
        var bytes = await File.ReadAllBytesAsync(second, Stop);
        await File.WriteAllBytesAsync(second, bytes[..^5], Stop);
        await using (var journal = Open())
            await Assert.ThrowsAsync<JournalDamagedException>(() => ReadAllAsync(journal));

        File.Delete(second);
        await using (var journal = Open())
        {
            var damage = await Assert.ThrowsAsync<JournalDamagedException>(() => ReadAllAsync(journal));
            Assert.Contains("missing", damage.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_journal_that_cannot_be_written_says_so_and_takes_nothing_more()
    {
        segmentBytes = 1;
        var journal = Open();
        await ReadAllAsync(journal);
        journal.Append(Time, Trader, new GatewayStarted());
        await journal.FlushAsync(Stop);

        // A directory stands where the next file would be.
        Directory.CreateDirectory(Path.Combine(directory, "journal-0000000000000002.jsonl"));
        journal.Append(Time, Trader, new GatewayStarted());
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.FlushAsync(Stop).AsTask());
        Directory.Delete(Path.Combine(directory, "journal-0000000000000002.jsonl"));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.FlushAsync(Stop).AsTask());
        await journal.DisposeAsync();
    }

    [Fact]
    public async Task With_an_interval_the_operating_system_has_every_flush_at_once()
    {
        flush = JournalFlush.Interval;
        await using var journal = Open();
        await ReadAllAsync(journal);
        journal.Append(Time, Trader, new GatewayStarted());
        await journal.FlushAsync(Stop);
        Assert.Contains("GatewayStarted", await File.ReadAllTextAsync(Assert.Single(Segments()), Stop), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Its_bytes_are_frozen()
    {
        await using (var journal = Open())
        {
            await ReadAllAsync(journal);
            foreach (var sample in SampleEvents.All)
            {
                journal.Append(Time, Trader, sample);
                await journal.FlushAsync(Stop);
            }
        }

        var frozen = Path.Combine(AppContext.BaseDirectory, "Journal", "frozen.jsonl");
        Assert.Equal(await File.ReadAllTextAsync(frozen, Encoding.UTF8, Stop), await File.ReadAllTextAsync(Segments()[0], Encoding.UTF8, Stop));
    }

    [Fact]
    public async Task A_record_says_what_had_been_flushed_before_it_unless_that_is_all()
    {
        await using (var journal = Open())
        {
            await ReadAllAsync(journal);
            for (var order = 1; order <= 3; order++)
                journal.Append(Time, Trader, new CancelRequested(new(order)));
            await journal.FlushAsync(Stop);
            journal.Append(Time, Trader, new CancelRequested(new(4)));
            await journal.FlushAsync(Stop);
        }

        var lines = await File.ReadAllLinesAsync(Assert.Single(Segments()), Stop);
        Assert.Contains("\"data\":{\"order\":1},\"prev\":", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"data\":{\"order\":2},\"flushed\":0,\"prev\":", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"data\":{\"order\":3},\"flushed\":0,\"prev\":", lines[2], StringComparison.Ordinal);
        Assert.Contains("\"data\":{\"order\":4},\"prev\":", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_event_has_a_sample() =>
        Assert.Equal(JournalEvents.Names.Order(StringComparer.Ordinal), SampleEvents.All.Select(sample => sample.Name).Distinct().Order(StringComparer.Ordinal));

    protected override IJournal Open() => new FileJournal(
        new() { Directory = directory, Flush = flush, SegmentBytes = segmentBytes, AheadBytes = 4096, ReserveBytes = 4096 }, clock, NullLogger<FileJournal>.Instance);

    private async Task WriteAsync(int records)
    {
        await using var journal = Open();
        await ReadAllAsync(journal);
        for (var i = 1; i <= records; i++)
        {
            journal.Append(Time, Trader, new CancelRequested(new(i)));
            await journal.FlushAsync(Stop);
        }
    }

    private string[] Segments() => [.. Directory.GetFiles(directory, "journal-*.jsonl").Order(StringComparer.Ordinal)];
}
