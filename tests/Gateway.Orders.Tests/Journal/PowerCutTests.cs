using Gateway.Orders.Journal;
using Gateway.Orders.Journal.Events;
using Gateway.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Orders.Tests.Journal;

/// <summary>Journals on a disk that dies at any operation, several times in a row.</summary>
public sealed class PowerCutTests : IDisposable
{
    private const int Lives = 5;

    private readonly string root = Directory.CreateTempSubdirectory("power").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData(JournalFlush.BeforeSend, true)]
    [InlineData(JournalFlush.BeforeSend, false)]
    [InlineData(JournalFlush.Interval, true)]
    [InlineData(JournalFlush.Interval, false)]
    public async Task Whenever_and_however_it_dies_the_journal_opens_with_all_that_was_promised(JournalFlush flush, bool powerCut)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            try
            {
                await LiveAsync(flush, powerCut, new Random(seed), Path.Combine(root, $"{seed}"));
            }
            catch (Exception failed)
            {
                throw new InvalidOperationException($"Seed {seed}: {failed.Message}", failed);
            }
        }
    }

    private static async Task LiveAsync(JournalFlush flush, bool powerCut, Random random, string directory)
    {
        var options = new JournalOptions
        {
            Directory = directory,
            Flush = flush,
            ReserveBytes = 0,
            AheadBytes = 4096 << random.Next(3),
            SegmentBytes = random.Next(3) switch { 0 => 3000, 1 => 20_000, _ => 1 << 20 },
        };
        var sector = random.Next(2) == 0 ? 512 : 4096;
        var causes = new List<string>();
        var promised = 0;
        for (var life = 0; life < Lives; life++)
        {
            var clock = new ManualClock();
            var disk = new ForgetfulDisk(random.Next(1, 60));
            await using (var journal = new FileJournal(options, clock, NullLogger<FileJournal>.Instance, disk.Open))
            {
                var read = new List<string>();
                await foreach (var record in journal.ReadAsync(after: null, Stop))
                    read.Add(Assert.IsType<AccountDisconnected>(record.Event).Cause);
                Assert.InRange(read.Count, promised, causes.Count);
                Assert.Equal(causes.Take(read.Count), read);
                causes.RemoveRange(read.Count, causes.Count - read.Count);

                // What was found is acted upon.
                Promise(flushed: true);
                while (!disk.IsDead && random.Next(40) != 0)
                {
                    for (var records = random.Next(1, 6); records > 0; records--)
                        Append(journal, clock);
                    await journal.FlushAsync(Stop);
                    Promise(flushed: flush == JournalFlush.BeforeSend || !powerCut);
                    if (random.Next(4) != 0)
                        continue;
                    clock.Advance(TimeSpan.FromMilliseconds(100));
                    Promise(flushed: true);
                }

                if (random.Next(4) != 0)
                    disk.Die();

                void Promise(bool flushed) => promised = flushed && !disk.IsDead ? causes.Count : promised;
            }

            if (!disk.IsDead)
                continue;
            if (powerCut)
                disk.CutPower(random, sector);
            else
                disk.Kill(random);
        }

        void Append(FileJournal journal, ManualClock clock)
        {
            var cause = $"{causes.Count}:{new string((char)('a' + random.Next(26)), random.Next(4) == 0 ? random.Next(3000) : random.Next(300))}";
            causes.Add(cause);
            journal.Append(clock.GetUtcNow(), Actor.Gateway, new AccountDisconnected(new("DEFAULT"), cause));
        }
    }
}
