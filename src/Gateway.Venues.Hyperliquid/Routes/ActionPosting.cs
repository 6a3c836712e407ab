using System.Collections.Immutable;
using System.Globalization;
using Gateway.Venues.Hyperliquid.Budgets;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Markets;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>
/// Puts orders, changes of orders, or cancels, of one account into one signed action and hands it to a connection. What cannot be sent is
/// reported; what is sent is never sent again. Its buffers are used again for the next action: one sender at a time.
/// </summary>
internal sealed class ActionPosting(
    InstructionQueue queue, IReadOnlyDictionary<AccountName, SigningAccount> accounts, HyperliquidMarkets markets, RateBudgets budgets, TimeProvider time)
    : IDisposable
{
    private const string WithdrawnWords = "canceled before it was sent";

    private readonly SignedPost signedPost = new();
    private readonly SignedAhead ahead = new(accounts, markets);
    private readonly OrderTerms[] terms = new OrderTerms[InstructionQueue.MostInAction];
    private readonly ReplacedOrder[] replaced = new ReplacedOrder[InstructionQueue.MostInAction];
    private readonly NumberedOrder[] numbered = new NumberedOrder[InstructionQueue.MostInAction];
    private readonly NamedOrder[] named = new NamedOrder[InstructionQueue.MostInAction];
    private long lastPost;

    /// <summary>Sends what can be sent of these in one action that ends with the earliest last moment among them.</summary>
    public async ValueTask PlaceAsync(PostConnection? posts, ImmutableArray<Instruction.Place> places, CancellationToken cancellationToken)
    {
        var account = accounts[places[0].Account];
        var leaving = new SentOrder[places.Length];
        var count = 0;
        var expiresAfter = long.MaxValue;
        foreach (var place in places)
        {
            if (TryState(posts, account, place.Intent, new(place.Order), place.ValidUntil, out var problem) is { } order)
            {
                terms[count] = order;
                leaving[count++] = SentOrder.Of(place);
                expiresAfter = Math.Min(expiresAfter, place.ValidUntil.ToUnixTimeMilliseconds());
                continue;
            }

            await account.News.ReportAsync(Refused(new(place.Order), place.Account, problem), cancellationToken);
        }

        budgets.Orders.Left(Company.Of(places[0].Intent, replaces: false), count, places.Length);
        if (count == 0)
            return;
        Array.Resize(ref leaving, count);
        var post = new PlacesPost(leaving, account.News);
        if (ahead.Take(account, terms.AsSpan(0, count), expiresAfter) is { } signed)
        {
            await posts!.SendAsync(signed.Post, signed.Bytes, post, cancellationToken);
            return;
        }

        var id = NextPost();
        var frame = signedPost.Write(id, new OrderAction(terms.AsMemory(0, count)), account.Signer, account.Nonces.Next(), (ulong)expiresAfter);
        await posts!.SendAsync(id, frame, post, cancellationToken);
    }

    /// <summary>Signs orders that may not leave yet. This alone may be called while something is sent.</summary>
    public void SignAhead(ImmutableArray<Instruction.Place> places) => ahead.Sign(places, NextPost());

    /// <summary>Sends what can be sent of these in one action that ends with the earliest last moment among them.</summary>
    public async ValueTask ModifyAsync(PostConnection? posts, ImmutableArray<Instruction.Modify> modifies, CancellationToken cancellationToken)
    {
        var account = accounts[modifies[0].Account];
        var leaving = new SentOrder[modifies.Length];
        var count = 0;
        var expiresAfter = long.MaxValue;
        foreach (var modify in modifies)
        {
            var leg = new OrderLeg(modify.Order.Order, modify.Leg);
            if (TryState(posts, account, modify.Intent, leg, modify.ValidUntil, out var problem) is { } order)
            {
                replaced[count] = new()
                {
                    ExchangeOrderId = InstructionQueue.NumberOf(modify.Order),
                    Cloid = account.News.CloidOf(new(modify.Order.Order, modify.Order.Leg)),
                    Terms = order,
                };
                leaving[count++] = SentOrder.Of(modify);
                expiresAfter = Math.Min(expiresAfter, modify.ValidUntil.ToUnixTimeMilliseconds());
                continue;
            }

            await account.News.ReportAsync(Refused(leg, modify.Account, problem), cancellationToken);
        }

        budgets.Orders.Left(Company.Of(modifies[0].Intent, replaces: true), count, modifies.Length);
        if (count == 0)
            return;
        Array.Resize(ref leaving, count);
        var id = NextPost();
        var frame = signedPost.Write(id, new BatchModifyAction(replaced.AsMemory(0, count)), account.Signer, account.Nonces.Next(), (ulong)expiresAfter);
        await posts!.SendAsync(id, frame, new PlacesPost(leaving, account.News), cancellationToken);
    }

    /// <summary>Sends these in one action; all of them name the order in the same way.</summary>
    public async ValueTask CancelAsync(PostConnection? posts, ImmutableArray<Instruction.Cancel> cancels, CancellationToken cancellationToken)
    {
        var account = accounts[cancels[0].Account];
        var byNumber = InstructionQueue.NumberOf(cancels[0].Order) is not null;
        var leaving = cancels;
        var count = 0;
        foreach (var cancel in cancels)
        {
            if (queue.TryWithdraw(new(cancel.Order.Order, cancel.Order.Leg)))
            {
                leaving = leaving.Remove(cancel);
                await account.News.ReportAsync(Withdrawn(cancel), cancellationToken);
            }
            else if (markets.Current.Find(cancel.Order.Market) is { } asset)
            {
                if (byNumber)
                    numbered[count] = new(asset.Id, InstructionQueue.NumberOf(cancel.Order)!.Value);
                else
                    named[count] = new(asset.Id, account.News.CloidOf(new(cancel.Order.Order, cancel.Order.Leg)));
                count++;
            }
            else
            {
                leaving = leaving.Remove(cancel);
                await new CancelsPost([cancel], account.News).LostAsync($"Not sent: the venue no longer lists {cancel.Order.Market}.", cancellationToken);
            }
        }

        if (count == 0)
            return;
        var post = new CancelsPost(leaving, account.News);
        if (posts is null)
        {
            await post.LostAsync("Not sent: there is no connection to the venue.", cancellationToken);
            return;
        }

        budgets.SpendOnCancels(Company.Of(cancels[0]), count);
        var id = NextPost();
        var nonce = account.Nonces.Next();
        var frame = byNumber
            ? signedPost.Write(id, new CancelAction(numbered.AsMemory(0, count)), account.Signer, nonce, expiresAfter: null)
            : signedPost.Write(id, new CancelByCloidAction(named.AsMemory(0, count)), account.Signer, nonce, expiresAfter: null);
        await posts.SendAsync(id, frame, post, cancellationToken);
    }

    public void Dispose()
    {
        signedPost.Dispose();
        ahead.Dispose();
    }

    private long NextPost() => Interlocked.Increment(ref lastPost);

    private OrderTerms? TryState(
        PostConnection? posts, SigningAccount account, OrderIntent intent, OrderLeg leg, DateTimeOffset validUntil, out string problem)
    {
        problem = "";
        if (time.GetUtcNow().ToUnixTimeMilliseconds() >= validUntil.ToUnixTimeMilliseconds())
            problem = $"Not sent: its last valid moment, {Text(validUntil)}, had passed.";
        else if (markets.Current.Find(intent.Market.Id) is not { } asset)
            problem = $"Not sent: the venue no longer lists {intent.Market.Id}.";
        else if (posts is null)
            problem = "Not sent: there is no connection to the venue.";
        else
            return account.TermsOf(intent, leg, asset.Id);
        return null;
    }

    private VenueEvent.OrderRejected Refused(OrderLeg leg, AccountName account, string problem) =>
        new(account, leg.Order, problem, ExchangeOrderId: null, time.GetUtcNow(), leg.Number);

    private VenueEvent Withdrawn(Instruction.Cancel cancel) => cancel.Order.Leg == 0
        ? new VenueEvent.OrderDone(cancel.Account, cancel.Order.Order, DoneCause.Canceled, Quantity.Zero, WithdrawnWords, ExchangeOrderId: null, time.GetUtcNow())
        : Refused(new(cancel.Order.Order, cancel.Order.Leg), cancel.Account, WithdrawnWords);

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
