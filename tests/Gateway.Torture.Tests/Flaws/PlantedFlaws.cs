using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gateway.Orders;
using Gateway.Orders.Journal.Events;
using Gateway.Venues;

namespace Gateway.Torture.Tests.Flaws;

/// <summary>Mistakes that a gateway could make. Each must be found, or the promises are not watched over.</summary>
internal static class PlantedFlaws
{
    public static IReadOnlyList<Flaw> All { get; } =
    [
        new("takes a lost answer for a rejection")
        {
            Hears = news => news is VenueEvent.PlaceUnknown lost
                ? [new VenueEvent.OrderRejected(lost.Of, lost.Order, lost.Cause, ExchangeOrderId: null, lost.When, lost.Leg)]
                : [news],
        },
        new("does not notice that an answer was lost, nor ever looks again")
        {
            Hears = news => news is VenueEvent.PlaceUnknown ? [] : [news],
            LooksOnce = true,
        },
        new("never looks again while a connection stands") { LooksOnce = true },
        new("takes the absence of an order for proof before its last valid moment has passed")
        {
            Hears = news => news is VenueEvent.OrderNotFound missing ? [missing with { VenueTime = missing.VenueTime.AddHours(1) }] : [news],
        },
        new("goes on after a reconnection without the fence")
        {
            Tells = instruction => instruction is Instruction.Reconcile reconcile ? [reconcile with { Orders = [], FillsSince = DateTimeOffset.MaxValue.AddDays(-2) }] : [instruction],
        },
        new("forgets the fills that came in during a reconnection")
        {
            Tells = instruction => instruction is Instruction.Reconcile reconcile ? [reconcile with { FillsSince = DateTimeOffset.MaxValue.AddDays(-2) }] : [instruction],
            Hears = news => news is VenueEvent.OrderFilled { Fill: var fill } && fill.ReceivedTime - fill.TradeTime > TimeSpan.FromSeconds(2) ? [] : [news],
        },
        new("counts a fill once for each road that it comes by")
        {
            Hears = news => news is VenueEvent.OrderFilled filled
                ? [filled with { Fill = filled.Fill with { Key = $"{filled.Fill.Key}@{filled.Fill.ReceivedTime.Ticks}" } }]
                : [news],
        },
        new("does not recognise fills of its own orders") { Hears = news => news is VenueEvent.OrderFilled filled ? [filled with { Order = null }] : [news] },
        new("drops fills of others on its account") { Hears = news => news is VenueEvent.OrderFilled { Order: null } ? [] : [news] },
        new("drops open orders of others on its account") { Hears = news => news is VenueEvent.ForeignOrder ? [] : [news] },
        new("calls a canceled order out before its fills have come in")
        {
            Hears = news => news is VenueEvent.OrderDone { Cause: DoneCause.Canceled } done ? [done with { Executed = Quantity.Zero }] : [news],
        },
        new("sends an order of unknown outcome again") { SendsAgainAs = order => order },
        new("sends an order of unknown outcome again under another name") { SendsAgainAs = order => new(order.Value + 1_000_000) },
        new("sends every order twice") { OrderCopies = 2 },
        new("sends orders that the venue may take in after their last valid moment")
        {
            Tells = instruction => instruction is Instruction.Place place ? [place with { ValidUntil = place.ValidUntil.AddMinutes(10) }] : [instruction],
        },
        new("drops a fill that comes after the order's end")
        {
            DropsFillsAfterEnd = true,
            Hears = news => news is VenueEvent.OrderDone done ? [done with { Executed = Quantity.Zero, Cause = DoneCause.Canceled }] : [news],
        },
        new("uses a nonce twice")
        {
            Sends = (frame, last) => last is null ? frame : Regex.Replace(frame, "\"nonce\":[0-9]+", $"\"nonce\":{last}", RegexOptions.None, TimeSpan.FromSeconds(1)),
        },
        new("takes a change whose answer was lost for carried out")
        {
            Hears = news => news is VenueEvent.PlaceUnknown { Leg: > 0 } lost
                ? [new VenueEvent.OrderDone(lost.Of, lost.Order, DoneCause.Canceled, Quantity.Zero, "replaced", null, lost.When, lost.Leg - 1), new VenueEvent.OrderAcknowledged(lost.Of, lost.Order, "0", lost.When, lost.Leg)]
                : [news],
        },
        new("does not count orders as open that are being changed") { Uncounts = happened => happened is ModifyRequested { Order: var order } ? order : null },
        new("does not count orders as open that are being canceled") { Uncounts = happened => happened is CancelRequested { Order: var order } ? order : null },
        new("does not count orders as open whose outcome is unknown") { Uncounts = happened => happened is OutcomeUnknown { Order: var order } ? order : null },
        new("leaves out an update when a client resumes") { Says = (frame, _) => Resumed(frame, by: 1) },
        new("tells an update again when a client resumes") { Says = (frame, _) => Resumed(frame, by: -1) },
        new("answers twice") { AnswerCopies = 2 },
        new("forgets by a restart how clients call their orders")
        {
            Says = (frame, gateway) => frame.Replace("\"client_order_id\":\"", $"\"client_order_id\":\"{gateway.Life}-", StringComparison.Ordinal),
        },
        new("loses a whole record with the torn one") { LosesAtStart = 1 },
        new("acts before the journal is on the disk") { FlushesLate = true },
        new("forgets every third cancel")
        {
            Tells = instruction => instruction is Instruction.Cancel { Order.Order.Value: var number } && number % 3 == 0 ? [] : [instruction],
        },
        new("misses the orders on their way when all are to be canceled") { Sweeps = (order, asked) => asked && order.State.HasFlag(OrderState.Acked) },
        new("misses the orders of others when all are to be canceled") { Sweeps = (order, asked) => asked && !order.IsForeign },
        new("does not name the orders that are being canceled already when all are to be canceled") { Sweeps = (order, asked) => asked && !order.State.HasFlag(OrderState.Canceling) },
        new("cancels everybody's orders when all of one are to be canceled") { Sweeps = (_, _) => true },
        new("leaves open orders alone when trading is halted")
        {
            Says = (frame, _) => frame.Replace("\"cancel_open\":true", "\"cancel_open\":false", StringComparison.Ordinal),
        },
        new("sends a post-only order as an ordinary one")
        {
            Tells = instruction => instruction is Instruction.Place place ? [place with { Intent = place.Intent with { PostOnly = false } }] : [instruction],
        },
        new("sends an order at once that is to wait for a price")
        {
            Tells = instruction => instruction is Instruction.Place place ? [place with { Intent = place.Intent with { Trigger = null } }] : [instruction],
        },
        new("takes orders although the disk is full") { TellsShortage = (_, _) => false },
        new("takes no orders any more once the disk was full") { TellsShortage = (_, wasShort) => wasShort },
        new("refuses cancels while the disk is full") { Says = (frame, gateway) => gateway.Journal.IsShort ? Unread(frame, "CancelOrder") : frame },
        new("refuses to cancel all while the disk is full") { Says = (frame, gateway) => gateway.Journal.IsShort ? Unread(frame, "CancelAll") : frame },
        new("loses what does not fit on a full disk") { LosesAtFullDisk = true },
        new("says of an order in the journal that it was refused for want of room")
        {
            Answers = frame => JsonNode.Parse(frame) is { } answer && answer["response"] is JsonValue response && response.TryGetValue<long>(out var order) && order % 5 == 0
                ? $$$"""{"id":{{{answer["id"]}}},"error":{"code":"Overloaded","message":"The disk is full."}}"""
                : frame,
        },
    ];

    // A request that nobody knows is refused.
    private static string Unread(string frame, string type) => frame.Replace($"\"{type}\"", $"\"No{type}\"", StringComparison.Ordinal);

    private static string Resumed(string frame, int by)
    {
        var request = JsonNode.Parse(frame)!.AsObject();
        if (request["after"]?.GetValue<long>() is not { } after || after == 0)
            return frame;
        request["after"] = after + by;
        return request.ToJsonString();
    }
}
