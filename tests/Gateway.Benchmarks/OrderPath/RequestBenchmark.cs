using System.Text;
using BenchmarkDotNet.Attributes;
using Gateway.Benchmarks.EndToEnd;
using Gateway.Orders;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Requests.Binding;
using Gateway.Server.Requests.Orderflow;
using Gateway.Server.Sockets;
using Gateway.Venues;

namespace Gateway.Benchmarks.OrderPath;

/// <summary>From a client's bytes to a checked request, and from an order's number and its updates to the bytes for the client.</summary>
[MemoryDiagnoser]
public class RequestBenchmark
{
    private static readonly byte[] Message = Encoding.UTF8.GetBytes(
        """{"id":1,"type":"SendLimitOrder","target":"MARKET","dir":"Buy","price":"99000.0","quantity":"0.01","account":"DEFAULT","params":null,"quote_id":null}"""
            .Replace("MARKET", OrderConnection.Market, StringComparison.Ordinal));

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly RecordBinder<SendLimitOrder> binder = new(new FieldReaders());
    private readonly SendLimitOrder.Validator validator = new();
    private readonly ServedClient client = new();
    private long sequence;

    public RequestBenchmark() => client.Bring("""{"id":0,"type":"SubscribeOrderState"}"""u8.ToArray());

    [Benchmark]
    public string Parse()
    {
        using var envelope = Envelope.Open(Message);
        return envelope.Type;
    }

    [Benchmark]
    public string Parse_and_bind()
    {
        using var envelope = Envelope.Open(Message);
        return binder.Bind(envelope.Fields, new FieldProblems()).Target;
    }

    [Benchmark]
    public bool Parse_bind_and_validate()
    {
        using var envelope = Envelope.Open(Message);
        return validator.Validate(binder.Bind(envelope.Fields, new FieldProblems())).IsValid;
    }

    [Benchmark]
    public int Answer()
    {
        using var envelope = Envelope.Open(Message);
        return AnswerWriter.Response(envelope.Id!, new OrderId(12345)).Length;
    }

    /// <summary>From the frame to the handler's question, and from the engine's answer to the client's bytes.</summary>
    [Benchmark]
    public long Ask()
    {
        var before = client.Sent;
        client.Bring(Message);
        client.Answer(new OrderId(12345));
        return client.Sent > before ? client.Sent : throw new InvalidOperationException("No answer came.");
    }

    /// <summary>From a change of an order to the client's bytes.</summary>
    [Benchmark]
    public long Tell()
    {
        var before = client.Sent;
        client.Tell(new(++sequence, new("DEFAULT"), new(12345), OrderState.Acked, new(0.01m), 99_000.5m, RejectReason: null, Now));
        return client.Sent > before ? client.Sent : throw new InvalidOperationException("No update came.");
    }
}
