using System.Diagnostics;
using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Gateway.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Orders.Tests.Journal;

/// <summary>A real disk that is really full: a small one in memory, where this process may mount it.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Reserve = 128 * 1024;

    private readonly string disk = Directory.CreateTempSubdirectory("disk").FullName;
    private readonly ManualClock clock = new();
    private readonly bool mounted;
    private int ahead = 4096;

    public FullDiskTests() => mounted = Runs("mount", "-t", "tmpfs", "-o", "size=512k", "none", disk);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (mounted)
            Runs("umount", disk);
        Directory.Delete(disk, recursive: true);
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(64 * 1024)]
    [InlineData(1024 * 1024)]
    public async Task A_full_disk_takes_records_from_its_reserve_loses_none_and_has_room_again(int aheadBytes)
    {
        ahead = aheadBytes;
        Assert.SkipUnless(mounted, "Needs the right to mount a small disk.");
        var written = 0;
        await using (var journal = Open())
        {
            Assert.Equal(0, await CountAsync(journal));
            await WriteAsync(journal);
            Assert.Null(journal.Shortage);

            Fill();
            while (journal.Shortage is null)
                await WriteAsync(journal);
            Assert.Contains("is full", journal.Shortage, StringComparison.Ordinal);
            for (var more = 0; more < 20; more++)
                await WriteAsync(journal);

            // While there is no room for the reserve, the shortage lasts.
            clock.Advance(TimeSpan.FromSeconds(2));
            await journal.FlushAsync(Stop);
            Assert.NotNull(journal.Shortage);

            File.Delete(Path.Combine(disk, "filler"));
            clock.Advance(TimeSpan.FromSeconds(2));
            await journal.FlushAsync(Stop);
            Assert.Null(journal.Shortage);
            await WriteAsync(journal);
        }

        await using var again = Open();
        Assert.Equal(written, await CountAsync(again));

        async Task WriteAsync(FileJournal journal)
        {
            journal.Append(clock.GetUtcNow(), Actor.Gateway, new AccountDisconnected(new("DEFAULT"), new string('x', 3000)));
            await journal.FlushAsync(Stop);
            written++;
        }
    }

    [Fact]
    public async Task A_disk_without_room_for_the_reserve_is_full_from_the_start()
    {
        Assert.SkipUnless(mounted, "Needs the right to mount a small disk.");
        Fill();
        File.Delete(Path.Combine(disk, "filler"));
        await File.WriteAllBytesAsync(Path.Combine(disk, "filler"), new byte[450 * 1024], Stop);
        await using var journal = Open();
        await CountAsync(journal);
        Assert.NotNull(journal.Shortage);
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(64 * 1024)]
    public async Task Once_the_reserve_is_used_up_too_it_takes_nothing_more_and_keeps_what_it_took(int aheadBytes)
    {
        ahead = aheadBytes;
        Assert.SkipUnless(mounted, "Needs the right to mount a small disk.");
        var written = 0;
        await using (var journal = Open())
        {
            await CountAsync(journal);
            Fill();
            await Assert.ThrowsAsync<JournalUnavailableException>(async () =>
            {
                while (true)
                {
                    journal.Append(clock.GetUtcNow(), Actor.Gateway, new AccountDisconnected(new("DEFAULT"), new string('x', 3000)));
                    await journal.FlushAsync(Stop);
                    written++;
                }
            });
        }

        await using var again = Open();
        Assert.Equal(written, await CountAsync(again));
    }

    [Fact]
    public async Task A_disk_that_is_nearly_full_has_room_for_records_until_it_has_none()
    {
        Assert.SkipUnless(mounted, "Needs the right to mount a small disk.");
        ahead = 1024 * 1024;
        await using var journal = Open();
        await CountAsync(journal);
        while (journal.Shortage is null)
        {
            journal.Append(clock.GetUtcNow(), Actor.Gateway, new AccountDisconnected(new("DEFAULT"), new string('x', 3000)));
            await journal.FlushAsync(Stop);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        // The reserve was given up for the last record, and that was all that the disk had.
        Assert.InRange(new DriveInfo(disk).AvailableFreeSpace, Reserve - (16 * 1024), Reserve);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5000)]
    public async Task A_flush_that_fails_is_not_mended_by_the_reserve_even_for_want_of_room(int length)
    {
        // A short record fits where there is room, and a long one needs more.
        var directory = Directory.CreateTempSubdirectory("flush").FullName;
        await using (var journal = new FileJournal(
            new() { Directory = directory, ReserveBytes = Reserve, AheadBytes = 4096 }, clock, NullLogger<FileJournal>.Instance, path => new FailingBytes(path)))
        {
            await CountAsync(journal);
            journal.Append(clock.GetUtcNow(), Actor.Gateway, new AccountDisconnected(new("DEFAULT"), new string('x', length)));
            await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.FlushAsync(Stop).AsTask());
            Assert.True(File.Exists(Path.Combine(directory, "journal.reserve")));
            Assert.Null(journal.Shortage);
            await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.FlushAsync(Stop).AsTask());
        }

        Directory.Delete(directory, recursive: true);
    }

    private FileJournal Open() => new(new() { Directory = disk, ReserveBytes = Reserve, AheadBytes = ahead }, clock, NullLogger<FileJournal>.Instance);

    // Others fill disks, not journals.
    private void Fill()
    {
        using var filler = File.Create(Path.Combine(disk, "filler"));
        try
        {
            while (true)
            {
                filler.Write(new byte[4096]);
                filler.Flush();
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task<int> CountAsync(FileJournal journal)
    {
        var count = 0;
        await foreach (var _ in journal.ReadAsync(after: null, Stop))
            count++;
        return count;
    }

    // Can be flushed at the start only.
    private sealed class FailingBytes(string path) : ISegmentBytes
    {
        private readonly SegmentBytes file = new(path);
        private int flushes;

        public long Length => file.Length;

        public void Write(ReadOnlySpan<byte> bytes, long offset) => file.Write(bytes, offset);

        public void Cut(long length) => file.Cut(length);

        public void FlushContent() => Flush();

        public void Flush()
        {
            if (++flushes > 2)
                throw new IOException("No space left on device", 28);
            file.Flush();
        }

        public void Dispose() => file.Dispose();
    }

    private static bool Runs(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
