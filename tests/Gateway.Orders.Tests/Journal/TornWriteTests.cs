using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Gateway.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Orders.Tests.Journal;

/// <summary>What is taken for a write that did not come to its end, in a journal whose process died with room behind its records, and what for damage.</summary>
public sealed class TornWriteTests : IAsyncLifetime
{
    private static readonly int[] RecordsOfWrites = [1, 3, 2, 1, 4];

    private readonly string directory = Directory.CreateTempSubdirectory("torn").FullName;

    // Where each write begins, and where the last one ends.
    private readonly List<int> bounds = [0];
    private string path = "";
    private byte[] bytes = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var disk = new ForgetfulDisk(int.MaxValue);
        var clock = new ManualClock();
        var options = new JournalOptions { Directory = directory, AheadBytes = 8192, ReserveBytes = 0 };
        await using var journal = new FileJournal(options, clock, NullLogger<FileJournal>.Instance, disk.Open);
        await foreach (var _ in journal.ReadAsync(after: null, Stop))
            Assert.Fail("It is new.");
        path = Assert.Single(Directory.GetFiles(directory, "journal-*.jsonl"));
        foreach (var (records, write) in RecordsOfWrites.Select((records, write) => (records, write)))
        {
            for (var record = 1; record <= records; record++)
                journal.Append(clock.GetUtcNow(), Actor.Gateway, new AccountDisconnected(new("DEFAULT"), new string((char)('a' + write), 130 * record)));
            await journal.FlushAsync(Stop);
            bytes = await File.ReadAllBytesAsync(path, Stop);
            bounds.Add(bytes.AsSpan().LastIndexOfAnyExcept((byte)0) + 1);
        }

        disk.Die();
        Assert.True(bytes.Length > bounds[^1]);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Room_behind_the_records_is_nothing_to_speak_of()
    {
        var scan = await ScanAsync(bytes);
        Assert.Equal((RecordsOfWrites.Sum(), bounds[^1], 0), (scan.Sequence, scan.End, scan.TornBytes));
    }

    [Fact]
    public async Task Any_change_of_a_byte_is_damage_as_long_as_it_does_not_look_like_a_sector()
    {
        var lookAlikes = 0;
        for (var i = 0; i < bounds[^1]; i++)
        {
            foreach (var value in new[] { (byte)0, (byte)'\n', (byte)' ', (byte)(bytes[i] ^ 1), (byte)(bytes[i] ^ 0xff) }.Where(value => value != bytes[i]))
            {
                var changed = bytes.ToArray();
                changed[i] = value;

                // The one byte that a record has in its first or last sector; a later record would prove that it was flushed.
                if (value == 0 && i >= bounds[^2] && (i == bounds[^1] - 1 ? i % 512 == 0 : i % 512 == 511 && bytes[i - 1] == '\n'))
                    lookAlikes++;
                else
                    await Assert.ThrowsAsync<JournalDamagedException>(() => ScanAsync(changed));
            }
        }

        Assert.InRange(lookAlikes, 0, 1);
    }

    [Theory]
    [InlineData(512)]
    [InlineData(4096)]
    public async Task A_sector_that_is_missing_is_damage_if_a_later_write_came_and_a_torn_write_if_none_did(int sector)
    {
        var (damaged, torn) = (0, 0);
        for (var begin = 0; begin < bounds[^1]; begin += sector)
        {
            // A sector that is shared keeps what the write before it left there.
            foreach (var from in bounds[..^1].Select(bound => Math.Max(bound, begin)).Where(from => from < begin + sector).Distinct())
            {
                var changed = bytes.ToArray();
                changed.AsSpan(from, Math.Min(sector - (from - begin), bounds[^1] - from)).Clear();
                if (from >= bounds[^2])
                {
                    torn++;
                    var scan = await ScanAsync(changed);
                    Assert.InRange(scan.End, bounds[^2], from);
                    Assert.Equal(scan.End + scan.TornBytes, changed.AsSpan().LastIndexOfAnyExcept((byte)0) + 1);
                }
                else if (begin + sector < bounds[^1])
                {
                    damaged++;
                    await Assert.ThrowsAsync<JournalDamagedException>(() => ScanAsync(changed));
                }
            }
        }

        Assert.True(torn > 0 && (sector == 4096 || damaged > 5), $"{damaged} damaged, {torn} torn");
    }

    [Fact]
    public async Task A_damage_before_a_torn_write_is_found_by_every_record_that_is_left_of_that()
    {
        // The first record of the last write is lost, and one of the others is there, which says that all before was flushed.
        var first = bytes.AsSpan(bounds[^2]..).IndexOf((byte)'\n') + bounds[^2] + 1;
        var sector = (first / 512 * 512) + 512;
        Assert.True(bytes.AsSpan(sector..bounds[^1]).Count((byte)'\n') >= 2);
        var changed = bytes.ToArray();
        changed.AsSpan(bounds[^2]..sector).Clear();
        Assert.Equal(bounds[^2], (await ScanAsync(changed)).End);

        changed.AsSpan(bounds[^3]..bounds[^2]).Clear();
        await Assert.ThrowsAsync<JournalDamagedException>(() => ScanAsync(changed));
    }

    [Fact]
    public async Task The_beginning_of_a_write_is_a_torn_one_wherever_it_ends_except_before_the_end_of_its_last_line()
    {
        for (var end = bounds[^2]; end < bounds[^1]; end++)
        {
            var cut = bytes.ToArray();
            cut.AsSpan(end).Clear();
            var misses = bytes[end] == '\n' && end % 512 != 0;
            if (misses)
                await Assert.ThrowsAsync<JournalDamagedException>(() => ScanAsync(cut));
            else
                Assert.Equal(end, (await ScanAsync(cut)) is var scan ? scan.End + scan.TornBytes : 0);
        }
    }

    [Fact]
    public async Task Without_room_behind_the_records_and_before_another_file_a_missing_sector_is_damage()
    {
        var changed = bytes.ToArray();
        changed.AsSpan((bounds[^2] / 512 * 512) + 512, 512).Clear();
        await ScanAsync(changed);
        await Assert.ThrowsAsync<JournalDamagedException>(() => ScanAsync(changed[..bounds[^1]]));

        await File.WriteAllBytesAsync(Segment.Of(directory, RecordsOfWrites.Sum() + 1).Path, [], Stop);
        await Assert.ThrowsAsync<JournalDamagedException>(() => ScanAsync(changed));
        await Assert.ThrowsAsync<JournalDamagedException>(() => ScanAsync(bytes));
        await ScanAsync(bytes[..bounds[^1]]);
    }

    private async Task<JournalScan> ScanAsync(byte[] content)
    {
        await File.WriteAllBytesAsync(path, content, Stop);
        var scan = new JournalScan(directory);
        await foreach (var _ in scan.ReadAsync(Stop))
        {
            // Reading is the proof.
        }

        return scan;
    }
}
