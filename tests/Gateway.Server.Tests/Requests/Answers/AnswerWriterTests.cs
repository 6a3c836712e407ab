using System.Text;
using System.Text.Json;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sockets;

namespace Gateway.Server.Tests.Requests.Answers;

public sealed class AnswerWriterTests
{
    [Fact]
    public void An_answer_that_is_broken_off_leaves_nothing_in_the_next()
    {
        Assert.ThrowsAny<Exception>(() => AnswerWriter.Response(Id, Enumerable.Range(1, 3).Select(number => 6 / (number - 2))));
        Assert.Equal("""{"id":7,"response":null}""", Encoding.UTF8.GetString(AnswerWriter.Response(Id, default(Unit))));
    }

    [Fact]
    public void A_long_answer_is_followed_by_a_short_one()
    {
        var text = new string('a', 1_000_000);
        Assert.Equal($$"""{"id":7,"response":"{{text}}"}""", Encoding.UTF8.GetString(AnswerWriter.Response(Id, text)));
        Assert.Equal("""{"id":7,"response":null}""", Encoding.UTF8.GetString(AnswerWriter.Response(Id, default(Unit))));
    }

    private static RequestId Id
    {
        get
        {
            using var json = JsonDocument.Parse("7");
            return RequestId.TryRead(json.RootElement)!;
        }
    }
}
