using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Arms or disarms the dead man's switch: <c>scheduleCancel</c>.</summary>
internal sealed record ScheduleCancel(long? Time) : L1Action
{
    private const long LeadMs = 5_000;
    private const long DayMs = 24 * 3600 * 1000L;

    public override string Type => "scheduleCancel";

    public static ScheduleCancel Read(Body action) => new(action.Has("time") ? action.Integer("time") : null);

    public override void Pack(MsgPackWriter packed)
    {
        packed.Map(Time is null ? 1 : 2).Text("type").Text(Type);
        if (Time is { } time)
            packed.Text("time").Integer(time);
    }

    public override ActionReply Execute(Exchange exchange, Account account, Block block)
    {
        var limits = exchange.Limits;
        if (account.CumVlm < limits.ScheduledCancelVolume)
            return new ActionReply.Refused($"Cannot set scheduled cancel time until enough volume traded. Required: ${limits.ScheduledCancelVolume}. Traded: ${account.CumVlm:0.##}.");
        if (Time is { } time && time < block.Time + LeadMs)
            return new ActionReply.Refused("Scheduled cancel time must be at least 5 seconds from now.");
        var doneToday = account.ScheduledCancelsDone.Count(done => done / DayMs == block.Time / DayMs);
        if (Time is not null && doneToday >= limits.ScheduledCancelsPerDay)
            return new ActionReply.Refused($"Cannot set scheduled cancel time: at most {limits.ScheduledCancelsPerDay} triggers per day.");
        account.ScheduledCancel = Time;
        return new ActionReply.Done();
    }
}
