using System.Text;
using BenchmarkDotNet.Attributes;
using Gateway.Benchmarks.EndToEnd;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Requests.Binding;
using Gateway.Server.Requests.Orderflow;
using Gateway.Server.Sockets;
using Gateway.Venues;

namespace Gateway.Benchmarks.OrderPath;

/// <summary>From a client's bytes to a checked request, and from an order's number to the answer's bytes.</summary>
[MemoryDiagnoser]
public class RequestBenchmark
{
    private static readonly byte[] Message = Encoding.UTF8.GetBytes(
        """{"id":1,"type":"SendLimitOrder","target":"MARKET","dir":"Buy","price":"99000.0","quantity":"0.01","account":"DEFAULT","params":null,"quote_id":null}"""
            .Replace("MARKET", OrderConnection.Market, StringComparison.Ordinal));

    private readonly RecordBinder<SendLimitOrder> binder = new(new FieldReaders());
    private readonly SendLimitOrder.Validator validator = new();

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
}
