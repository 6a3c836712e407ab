using Gateway.Orders.Journal;

namespace Gateway.Orders.Tests.Journal;

public sealed class SegmentFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Room_is_made_of_zeros_and_one_stays_behind_the_records_that_fill_it()
    {
        using (var segment = new SegmentFile(new SegmentBytes(path), end: 0))
        {
            Assert.Equal(-1, segment.Room);
            segment.Extend(100);
            Assert.InRange(segment.Room, 100, 4095);
            Assert.All(File.ReadAllBytes(path), content => Assert.Equal(0, content));

            var records = new byte[segment.Room];
            records.AsSpan().Fill((byte)'x');
            segment.Append(records);
            segment.Flush();
            Assert.Equal(0, segment.Room);
            Assert.Equal([.. records, 0], File.ReadAllBytes(path));
            Assert.Throws<ArgumentOutOfRangeException>(() => segment.Append("x"u8));

            segment.Cut();
            Assert.Equal(records, File.ReadAllBytes(path));
        }
    }
}
