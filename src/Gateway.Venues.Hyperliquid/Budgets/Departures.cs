using Gateway.Venues.Hyperliquid.Routes;

namespace Gateway.Venues.Hyperliquid.Budgets;

/// <summary>
/// Which orders are let in, and when the actions leave that carry them. Weight is set aside for an action when its first order is let
/// in; those that come while it waits ride in it. While there is plenty of weight none waits. Once half of the orders' share is used, the
/// actions of a company leave so far apart that the rest of it lasts, and the last one that there is room for waits for riders until there is
/// room for the next: the less weight there is, the more orders travel on it. None is held for longer than a second, or half of the time that it may be sent in, and what would have to
/// stand behind full actions for longer than half of one is not let in: whoever is told so can decide anew, and the line stays short.
/// </summary>
internal sealed class Departures(WeightBudget weight, TimeProvider time)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestLine = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly Dictionary<Company, Line> lines = [];

    /// <summary>Lets an order in, which then comes, or what is to replace one.</summary>
    /// <returns>Zero: it is let in; else it is not, and this long until it is worth asking again.</returns>
    public TimeSpan Admit(Company company)
    {
        if (!weight.IsKept)
            return TimeSpan.Zero;
        lock (gate)
        {
            var line = LineOf(company);
            if (line.Admitted % InstructionQueue.MostInAction == 0)
            {
                var wait = LateBy(line);
                if (wait == TimeSpan.Zero)
                    wait = weight.Wait(1, Share.Orders);
                if (wait > TimeSpan.Zero)
                    return wait;
            }

            Count(line, line.Admitted + 1);
            return TimeSpan.Zero;
        }
    }

    /// <summary>One that was let in came, and waits to leave.</summary>
    /// <param name="company">With which others it may travel.</param>
    /// <param name="validUntil">Its last moment.</param>
    public void Came(Company company, DateTimeOffset validUntil)
    {
        if (!weight.IsKept)
            return;
        lock (gate)
        {
            var line = LineOf(company);
            line.Patience = Shorter(LongestWait, (validUntil - time.GetUtcNow()) / 2);
            line.Waiting++;
            if (line.Waiting > line.Admitted)
                Count(line, line.Waiting);
        }
    }

    /// <summary>One that came will not leave.</summary>
    public void Stayed(Company company) => Left(company, 0, 1);

    /// <summary>How long until the next action of a company may leave; zero: now.</summary>
    public TimeSpan WaitFor(Company company)
    {
        if (!weight.IsKept)
            return TimeSpan.Zero;
        lock (gate)
        {
            var line = LineOf(company);
            var pace = PaceOf(line);
            if (pace == TimeSpan.Zero || !line.Began.TryPeek(out var began))
                return TimeSpan.Zero;
            if (line.Waiting >= InstructionQueue.MostInAction || weight.Wait(1, Share.Orders) == TimeSpan.Zero)
                return Shorter(Rest(line.LastLeft, pace), Rest(began, line.Patience));

            // Where there is no room for another action, those that are let in and still being written down must come along, too.
            return Rest(began, line.Waiting < line.Admitted ? pace + line.Patience : pace);
        }
    }

    /// <summary>Of so many that waited, so many left in one action, and the others will not.</summary>
    public void Left(Company company, int leaving, int waited)
    {
        if (!weight.IsKept)
            return;
        lock (gate)
        {
            var line = LineOf(company);
            if (leaving > 0)
            {
                line.Began.Dequeue();
                weight.SpendReserved();
                line.LastLeft = time.GetTimestamp();
            }

            line.Waiting -= waited;
            Count(line, line.Admitted - waited);
        }
    }

    // By how much too late a new action would leave behind the full ones of a company.
    private TimeSpan LateBy(Line line)
    {
        var ahead = line.Admitted / InstructionQueue.MostInAction;
        if (ahead == 0)
            return TimeSpan.Zero;
        var pace = PaceOf(line);
        return Longer(Rest(line.LastLeft, pace) + (pace * ahead) - Shorter(LongestLine, line.Patience), TimeSpan.Zero);
    }

    // How far apart actions of a company leave.
    private TimeSpan PaceOf(Line line)
    {
        var pace = weight.PaceOfOrders();
        if (pace == TimeSpan.Zero)
            return pace;
        var streams = 0;
        foreach (var other in lines.Values)
        {
            if (other == line || other.Admitted > 0 || Rest(other.LastLeft, LongestWait) > TimeSpan.Zero)
                streams++;
        }

        return Shorter(pace * streams, line.Patience);
    }

    private Line LineOf(Company company)
    {
        if (!lines.TryGetValue(company, out var line))
            lines.Add(company, line = new());
        return line;
    }

    // Where there is no room for those that an action left behind, they are in debt for one.
    private void Count(Line line, int admitted)
    {
        line.Admitted = admitted;
        var actions = (admitted + InstructionQueue.MostInAction - 1) / InstructionQueue.MostInAction;
        weight.Reserve(actions - line.Began.Count);
        while (line.Began.Count > actions)
            line.Began.Dequeue();
        while (line.Began.Count < actions)
            line.Began.Enqueue(time.GetTimestamp());
    }

    // What is left of so much time from a moment on.
    private TimeSpan Rest(long? from, TimeSpan of) => from is { } at ? Longer(of - time.GetElapsedTime(at), TimeSpan.Zero) : TimeSpan.Zero;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>What is let in of a company and has not left.</summary>
    private sealed class Line
    {
        /// <summary>So many orders.</summary>
        public int Admitted { get; set; }

        /// <summary>So many of these came and wait; the others are being written down.</summary>
        public int Waiting { get; set; }

        /// <summary>How long one of them may be held.</summary>
        public TimeSpan Patience { get; set; } = LongestWait;

        /// <summary>Since when each action takes orders in; for each of them weight is set aside.</summary>
        public Queue<long> Began { get; } = [];

        /// <summary>When the last action left.</summary>
        public long? LastLeft { get; set; }
    }
}
