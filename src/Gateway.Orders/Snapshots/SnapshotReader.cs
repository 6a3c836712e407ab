using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Orders.Alerts;
using Gateway.Orders.Archive;
using Gateway.Orders.Halts;
using Gateway.Orders.Journal;
using Gateway.Orders.Limits;
using Gateway.Venues;

namespace Gateway.Orders.Snapshots;

/// <summary>Reads what <see cref="SnapshotWriter"/> wrote.</summary>
internal sealed class SnapshotReader
{
    private readonly ImmutableArray<ActiveHalt>.Builder halts = ImmutableArray.CreateBuilder<ActiveHalt>();
    private readonly List<(AccountName, FillMarkState)> marks = [];
    private readonly List<Order> open = [];
    private readonly List<Order> ended = [];
    private readonly List<Footprint> footprints = [];
    private readonly List<CountedFill> fills = [];
    private readonly List<KeptUpdate> updates = [];
    private readonly List<Alert> alerts = [];
    private JsonElement? head;
    private ImmutableArray<Limit> limits = [];
    private IReadOnlyList<OrderId> named = [];
    private IReadOnlyList<(DateTimeOffset, OrderId)> retiring = [];

    private SnapshotReader()
    {
    }

    /// <summary>Reads a snapshot.</summary>
    /// <exception cref="JsonException">It is not what was written.</exception>
    public static Snapshot Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var reader = new SnapshotReader();
            var lines = bytes[..WithoutEnd(bytes.Span)];
            while (!lines.IsEmpty)
            {
                var length = lines.Span.IndexOf((byte)'\n');
                reader.ReadLine(lines[..length]);
                lines = lines[(length + 1)..];
            }

            return reader.Whole();
        }
        catch (Exception failure) when (failure is KeyNotFoundException or InvalidOperationException or FormatException
            or ArgumentException or OverflowException)
        {
            throw new JsonException($"it cannot be read: {failure.Message}", failure);
        }
    }

    // The last line proves the others.
    private static int WithoutEnd(ReadOnlySpan<byte> bytes)
    {
        var length = bytes.TrimEnd((byte)'\n').LastIndexOf((byte)'\n') + 1;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..length], hash);
        return bytes[length..].SequenceEqual(System.Text.Encoding.ASCII.GetBytes($"{{\"end\":\"{Convert.ToHexStringLower(hash)}\"}}\n"))
            ? length
            : throw new JsonException("its hash does not match its content");
    }

    private void ReadLine(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var member = document.RootElement.EnumerateObject().First();
        var data = member.Value;
        switch (member.Name)
        {
            case "snapshot" when data.GetProperty("format").GetInt32() == SnapshotWriter.Format:
                head = data.Clone();
                break;
            case "snapshot":
                throw new JsonException($"its format is {data.GetProperty("format").GetInt32()}, not {SnapshotWriter.Format}");
            case "limits":
                limits = LimitsJson.ReadAll(data);
                break;
            case "halt":
                halts.Add(new(HaltJson.Read(data), new(data.Text("client"), data.Text("trader"), data.KnownText("desk")), data.Time("since")));
                break;
            case "mark":
                marks.Add((new(data.Text("account")), new(data.KnownTime("latest"), data.Flag("caught_up"), data.KnownTime("through"))));
                break;
            case "open":
                open.Add(OrderJson.Read(data));
                break;
            case "ended":
                ended.Add(OrderJson.Read(data));
                break;
            case "named":
                named = [.. data.EnumerateArray().Select(id => new OrderId(id.GetInt64()))];
                break;
            case "retiring":
                retiring = [.. data.EnumerateArray().Select(one => (Moment(one[0]), new OrderId(one[1].GetInt64())))];
                break;
            case "footprint":
                footprints.Add(new(new(new(data.Text("account")), data.KnownText("trader"), data.KnownText("desk")), data.ReadNames()));
                break;
            case "fill":
                fills.Add(new(Moment(data[0]), footprints[data[1].GetInt32()], TermsJson.ReadSide(data[2].GetString()!), decimal.Parse(data[3].GetString()!)));
                break;
            case "update":
                updates.Add(new(
                    new(data.Text("account")), data.GetProperty("sequence").GetInt64(), data.Order("order"), (OrderState)data.GetProperty("state").GetInt32(),
                    new(data.Decimal("filled")), data.KnownDecimal("price"), data.KnownText("reason"), data.Time("time"),
                    data.KnownDecimal("order_price") is { } price ? new Price(price) : null,
                    data.KnownDecimal("order_quantity") is { } quantity ? new Quantity(quantity) : null));
                break;
            case "alert":
                alerts.Add(new(
                    data.GetProperty("sequence").GetInt64(), data.Time("time"), Enum.Parse<AlertKind>(data.Text("kind")), data.Text("message"),
                    data.KnownText("account") is { } account ? new AccountName(account) : null, data.KnownOrder("order")));
                break;
            default:
                throw new JsonException($"it speaks of '{member.Name}', which this version does not know");
        }
    }

    private Snapshot Whole()
    {
        var known = head ?? throw new JsonException("it has no head");
        return new()
        {
            Position = new(known.GetProperty("sequence").GetInt64(), known.Text("hash")),
            Ledger = new()
            {
                Instance = known.TryGetProperty("instance", out var instance) ? new GatewayInstance(instance.GetUInt32()) : null,
                LatestMayBeLost = known.Flag("latest_may_be_lost"),
                LastOrder = known.GetProperty("last_order").GetInt64(),
                Open = open,
                Ended = ended,
                Named = named,
                Retiring = retiring,
                Marks = marks,
                Limits = limits,
                Halts = halts.ToImmutable(),
                Fills = fills,
                FillsAsOf = known.Time("fills_as_of"),
            },
            Archive = known.GetProperty("archive").Deserialize<ArchiveStamp>() ?? throw new JsonException("it names no archive"),
            Feed = new(updates, known.GetProperty("updates_after").GetInt64()),
            Alerts = ([.. alerts], known.GetProperty("alerts_after").GetInt64()),
        };
    }

    private static DateTimeOffset Moment(JsonElement ticks) => new(ticks.GetInt64(), TimeSpan.Zero);
}
