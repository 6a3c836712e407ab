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
                ? [new VenueEvent.OrderRejected(lost.Of, lost.Order, lost.Cause, ExchangeOrderId: null, lost.When)]
                : [news],
        },
        new("does not notice that an answer was lost") { Hears = news => news is VenueEvent.PlaceUnknown ? [] : [news] },
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
        new("acts before the journal is on the disk") { FlushesLate = true },
        new("forgets every third cancel")
        {
            Tells = instruction => instruction is Instruction.Cancel { Order.Order.Value: var number } && number % 3 == 0 ? [] : [instruction],
        },
    ];
}
