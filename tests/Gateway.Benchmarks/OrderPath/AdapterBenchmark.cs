using System.Buffers.Text;
using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;
using Gateway.Benchmarks.EndToEnd;
using Gateway.Venues;
using Gateway.Venues.Hyperliquid;
using Gateway.Venues.Transport;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Benchmarks.OrderPath;

/// <summary>
/// An order's way through the adapter of Hyperliquid, both ways, between the engine's instructions and events and the messages of its
/// connections, which are in memory here. Signing is in it, and the bytes of the events.
/// </summary>
[MemoryDiagnoser]
public class AdapterBenchmark : IDisposable
{
    private const int NumberLength = 12;
    private const string NumberMark = "100000000000";

    private static readonly GatewayInstance Instance = new(0xfeed);

    private readonly MockBook book = new();
    private readonly List<VenueLine> lines = [];
    private readonly CountingListener listener = new();
    private readonly CancellationTokenSource stop = new();
    private readonly byte[] answer = new byte[8 * 1024];
    private HyperliquidVenue venue = null!;
    private Instruction.Place[] places = [];
    private VenueLine posts = null!;
    private VenueLine stream = null!;
    private byte[] open = [];
    private byte[] ended = [];
    private int[] numbersInOpen = [];
    private int[] numbersInEnded = [];
    private long lastOrder = 100_000_000_000;

    /// <summary>How many orders are in an action, and in a message of the feed.</summary>
    [Params(1, 13)]
    public int Orders { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        var options = new HyperliquidOptions
        {
            Network = HyperliquidNetwork.Simulator,
            RateBudgets = false,
            PingAfter = TimeSpan.FromSeconds(50),
            SilenceDeadline = TimeSpan.FromMinutes(2),
            Accounts = { ["DEFAULT"] = new HyperliquidAccountOptions { Address = Bench.Address, Key = Bench.Key } },
        };
        venue = new HyperliquidVenue(options, new Dialer(lines), new InfoHandler(book), TimeProvider.System, NullLoggerFactory.Instance, seed: 1);
        await await Task.WhenAny(venue.RunAsync(Instance, listener, stop.Token), listener.Connected);
        stream = lines.Find(line => line.Sent.Span.IndexOf("subscribe"u8) >= 0)!;
        posts = lines.Find(line => line != stream)!;
        var market = venue.MarketData.Universe.Markets.First(one => one.TradingSymbol == "BTC");
        places = [.. Enumerable.Range(1, Orders).Select(number => new Instruction.Place(
            new OrderId(number),
            new OrderIntent { Account = new("DEFAULT"), Market = market, Side = Side.Buy, Price = new(99_000), Quantity = new(0.01m) },
            new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)))];
        (open, numbersInOpen) = Updates("open");
        (ended, numbersInEnded) = Updates("canceled");
    }

    [GlobalCleanup]
    public void Dispose()
    {
        stop.Cancel();
        venue?.Dispose();
        stop.Dispose();
    }

    /// <summary>From the queue to the frame, and from the frame of the answer to the events.</summary>
    [Benchmark(Baseline = true)]
    public long Sent_and_answered()
    {
        venue.Submit(places);
        var first = lastOrder + 1;
        lastOrder += Orders;
        posts.Push(answer.AsMemory(0, MockPost.WriteAnswer(answer, IdOf(posts.Sent.Span), Orders, first)));
        return listener.Heard;
    }

    /// <summary>The same, and the feed tells, too, that the orders have come to stand.</summary>
    [Benchmark]
    public long Sent_answered_and_told()
    {
        Sent_and_answered();
        return Tell(open, numbersInOpen);
    }

    /// <summary>The feed tells that orders have ended.</summary>
    [Benchmark]
    public long Ends_told()
    {
        lastOrder += Orders;
        return Tell(ended, numbersInEnded);
    }

    private static long IdOf(ReadOnlySpan<byte> frame) =>
        Utf8Parser.TryParse(frame[(frame.IndexOf("\"id\":"u8) + 5)..], out long id, out _) ? id : throw new InvalidOperationException("No post.");

    private long Tell(byte[] frame, int[] numbers)
    {
        for (var order = 0; order < numbers.Length; order++)
            Utf8Formatter.TryFormat(lastOrder - Orders + 1 + order, frame.AsSpan(numbers[order], NumberLength), out _);
        stream.Push(frame);
        return listener.Heard;
    }

    // A message of the feed, and where in it the venue's numbers are.
    private (byte[] Frame, int[] Numbers) Updates(string status)
    {
        var text = new StringBuilder("""{"channel":"orderUpdates","data":[""");
        for (var order = 0; order < Orders; order++)
        {
            var cloid = Cloid.Of(Instance, new(new OrderId(order + 1)));
            text.Append(order > 0 ? "," : "").Append(
                $$$"""{"order":{"coin":"BTC","side":"B","limitPx":"99000.0","sz":"0.01","oid":{{{NumberMark}}},"timestamp":1767323045000,"origSz":"0.01","cloid":"{{{cloid}}}"},"status":"{{{status}}}","statusTimestamp":1767323045000}""");
        }

        var frame = text.Append("]}").ToString();
        var numbers = new int[Orders];
        for (int order = 0, at = 0; order < Orders; order++, at++)
            numbers[order] = at = frame.IndexOf(NumberMark, at, StringComparison.Ordinal);
        return (Encoding.UTF8.GetBytes(frame), numbers);
    }

    private sealed class Dialer(List<VenueLine> lines) : IDialer
    {
        public ValueTask<ITextSocket> DialAsync(Uri address, CancellationToken cancellationToken)
        {
            var line = new VenueLine();
            foreach (var feed in (string[])["orderUpdates", "userFills"])
                line.Push(Encoding.UTF8.GetBytes($$$$"""{"channel":"subscriptionResponse","data":{"method":"subscribe","subscription":{"type":"{{{{feed}}}}"}}}"""));
            lock (lines)
                lines.Add(line);
            return new(line);
        }
    }

    private sealed class InfoHandler(MockBook book) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new(HttpStatusCode.OK) { Content = new StringContent(MockInfo.Answer(await request.Content!.ReadAsByteArrayAsync(cancellationToken), book)) };
    }

    private sealed class CountingListener : IVenueListener
    {
        private readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Connected => connected.Task;

        public long Heard { get; private set; }

        public ValueTask ReportAsync(VenueEvent venueEvent, CancellationToken cancellationToken)
        {
            Heard++;
            if (venueEvent is VenueEvent.AccountConnected)
                connected.TrySetResult();
            return ValueTask.CompletedTask;
        }

        public ValueTask ReportAsync(IReadOnlyList<VenueEvent> venueEvents, CancellationToken cancellationToken)
        {
            Heard += venueEvents.Count;
            return ValueTask.CompletedTask;
        }
    }
}
