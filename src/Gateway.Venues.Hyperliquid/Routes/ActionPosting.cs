using System.Collections.Immutable;
using System.Globalization;
using Gateway.Venues.Hyperliquid.Budgets;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Markets;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>
/// Puts orders, or cancels, of one account into one signed action and hands it to a connection. What cannot be sent is
/// reported; what is sent is never sent again. Its buffers are used again for the next action: one sender at a time.
/// </summary>
internal sealed class ActionPosting(
    InstructionQueue queue, IReadOnlyDictionary<AccountName, SigningAccount> accounts, HyperliquidMarkets markets, RateBudgets budgets, TimeProvider time)
    : IDisposable
{
    private readonly SignedPost signedPost = new();
    private readonly OrderTerms[] terms = new OrderTerms[InstructionQueue.MostInAction];
    private readonly NumberedOrder[] numbered = new NumberedOrder[InstructionQueue.MostInAction];
    private readonly NamedOrder[] named = new NamedOrder[InstructionQueue.MostInAction];
    private long lastPost;

    /// <summary>Sends what can be sent of these in one action that ends with the earliest last moment among them.</summary>
    public async ValueTask PlaceAsync(PostConnection? posts, ImmutableArray<Instruction.Place> places, CancellationToken cancellationToken)
    {
        var account = accounts[places[0].Account];
        var leaving = places;
        var count = 0;
        var expiresAfter = long.MaxValue;
        foreach (var place in places)
        {
            if (TryState(posts, account, place, out var problem) is { } order)
            {
                terms[count++] = order;
                expiresAfter = Math.Min(expiresAfter, place.ValidUntil.ToUnixTimeMilliseconds());
                continue;
            }

            leaving = leaving.Remove(place);
            await account.News.ReportAsync(
                new VenueEvent.OrderRejected(place.Account, place.Order, problem, ExchangeOrderId: null, time.GetUtcNow()), cancellationToken);
        }

        if (count == 0)
            return;
        budgets.GiveBack(count - 1);
        var id = ++lastPost;
        var frame = signedPost.Write(id, new OrderAction(terms.AsMemory(0, count)), account.Signer, account.Nonces.Next(), (ulong)expiresAfter);
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
            if (queue.TryWithdraw(cancel.Order.Order))
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

        budgets.SpendOnCancels(cancels[0].Account, count);
        var id = ++lastPost;
        var nonce = account.Nonces.Next();
        var frame = byNumber
            ? signedPost.Write(id, new CancelAction(numbered.AsMemory(0, count)), account.Signer, nonce, expiresAfter: null)
            : signedPost.Write(id, new CancelByCloidAction(named.AsMemory(0, count)), account.Signer, nonce, expiresAfter: null);
        await posts.SendAsync(id, frame, post, cancellationToken);
    }

    public void Dispose() => signedPost.Dispose();

    private OrderTerms? TryState(PostConnection? posts, SigningAccount account, Instruction.Place place, out string problem)
    {
        problem = "";
        if (time.GetUtcNow().ToUnixTimeMilliseconds() >= place.ValidUntil.ToUnixTimeMilliseconds())
            problem = $"Not sent: its last valid moment, {Text(place.ValidUntil)}, had passed.";
        else if (markets.Current.Find(place.Intent.Market.Id) is not { } asset)
            problem = $"Not sent: the venue no longer lists {place.Intent.Market.Id}.";
        else if (posts is null)
            problem = "Not sent: there is no connection to the venue.";
        else
            return OrderTerms.Of(place.Intent, asset.Id) with { Cloid = account.News.CloidOf(new(place.Order)) };
        return null;
    }

    private VenueEvent.OrderDone Withdrawn(Instruction.Cancel cancel) => new(
        cancel.Account, cancel.Order.Order, DoneCause.Canceled, Quantity.Zero, "canceled before it was sent", ExchangeOrderId: null, time.GetUtcNow());

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
