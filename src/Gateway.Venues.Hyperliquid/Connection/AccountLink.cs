namespace Gateway.Venues.Hyperliquid.Connection;

/// <summary>
/// Whether an account is connected: it is while both the order connection and its stream stand. Reports each change in the
/// order in which it happened.
/// </summary>
/// <param name="account">The account.</param>
/// <param name="needsPosts">Whether it has orders to send; else its stream is enough.</param>
/// <param name="listener">Who hears of it.</param>
/// <param name="time">When.</param>
internal sealed class AccountLink(AccountName account, bool needsPosts, IVenueListener listener, TimeProvider time)
{
    private readonly Turn turn = new();
    private bool posts = !needsPosts;
    private AccountFeeds? feeds;
    private long lastEpoch;
    private long current;

    /// <summary>The number of the connection that stands; 0: none does.</summary>
    public long Epoch => Interlocked.Read(ref current);

    /// <summary>The feeds of the stream that stands; null: none does.</summary>
    public AccountFeeds? Feeds => Volatile.Read(ref feeds);

    public Task PostsUpAsync(CancellationToken cancellationToken) => ChangeAsync(() => posts = true, "", cancellationToken);

    public Task PostsDownAsync(string cause, CancellationToken cancellationToken) => ChangeAsync(() => posts = false, cause, cancellationToken);

    public Task StreamUpAsync(AccountFeeds standing, CancellationToken cancellationToken) =>
        ChangeAsync(() => Volatile.Write(ref feeds, standing), "", cancellationToken);

    public Task StreamDownAsync(string cause, CancellationToken cancellationToken) => ChangeAsync(() => Volatile.Write(ref feeds, null), cause, cancellationToken);

    private async Task ChangeAsync(Action change, string cause, CancellationToken cancellationToken)
    {
        await turn.TakeAsync(cancellationToken);
        try
        {
            change();
            var stands = posts && feeds is not null;
            if (stands && current == 0)
            {
                Interlocked.Exchange(ref current, ++lastEpoch);
                await listener.ReportAsync(new VenueEvent.AccountConnected(account, lastEpoch, time.GetUtcNow()), cancellationToken);
            }
            else if (!stands && current != 0)
            {
                Interlocked.Exchange(ref current, 0);
                await listener.ReportAsync(new VenueEvent.AccountDisconnected(account, cause, time.GetUtcNow()), cancellationToken);
            }
        }
        finally
        {
            turn.Release();
        }
    }
}
