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

    public FullDiskTests() => mounted = Runs("mount", "-t", "tmpfs", "-o", "size=512k", "none", disk);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (mounted)
            Runs("umount", disk);
        Directory.Delete(disk, recursive: true);
    }

    [Fact]
    public async Task A_full_disk_takes_records_from_its_reserve_loses_none_and_has_room_again()
    {
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

    [Fact]
    public async Task Once_the_reserve_is_used_up_too_it_takes_nothing_more_and_keeps_what_it_took()
    {
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

    private FileJournal Open() => new(new() { Directory = disk, ReserveBytes = Reserve }, clock, NullLogger<FileJournal>.Instance);

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
