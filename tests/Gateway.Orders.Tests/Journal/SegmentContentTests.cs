using Gateway.Orders.Journal;

namespace Gateway.Orders.Tests.Journal;

public sealed class SegmentContentTests
{
    private int readings;

    [Fact]
    public void Leaves_the_room_behind_the_records_out_and_says_that_there_is_some()
    {
        Assert.Equal(("ab\n", true), Read("ab\n\0\0"));
        Assert.Equal(("ab\n", false), Read("ab\n"));
        Assert.Equal(("", true), Read("\0\0"));
        Assert.Equal(("", false), Read(""));
        Assert.Equal(1, readings);
    }

    [Fact]
    public void Reads_a_gap_once_more_and_no_further_than_what_it_saw_first()
    {
        // The reader has passed the first page when two writes come; at the second reading there is a third.
        Assert.Equal(("one\ntwo\nthree\n", true), Read("one\n\0\0\0\0three\n\0\0\0\0\0\0", "one\ntwo\nthree\nfour\n\0"));
        Assert.Equal(2, readings);
    }

    [Fact]
    public void Keeps_a_gap_that_is_none_of_the_readers_making() =>
        Assert.Equal(("one\n\0\0\0\0three\n", true), Read("one\n\0\0\0\0three\n\0", "one\n\0\0\0\0three\nfour\n"));

    [Fact]
    public void Bears_that_the_file_is_cut_while_it_is_read() =>
        Assert.Equal(("one\n", false), Read(length: 8, "one\n"));

    private (string Content, bool HasRoom) Read(params string[] states) => Read(states[0].Length, states);

    // Each reading finds the next state; a state is read in two halves.
    private (string Content, bool HasRoom) Read(int length, params string[] states)
    {
        readings = 1;
        var last = -1L;
        var content = SegmentContent.Of(length, (into, offset) =>
        {
            if (offset <= last)
                readings++;
            last = offset;
            var left = states[readings - 1].AsSpan(Math.Min((int)offset, states[readings - 1].Length));
            var part = left[..Math.Min(into.Length, (left.Length + 1) / 2)];
            System.Text.Encoding.ASCII.GetBytes(part, into);
            return part.Length;
        });
        return (System.Text.Encoding.ASCII.GetString(content.Bytes.Span), content.HasRoom);
    }
}
