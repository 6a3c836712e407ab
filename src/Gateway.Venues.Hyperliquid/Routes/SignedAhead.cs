using System.Collections.Immutable;
using Gateway.Venues.Hyperliquid.Markets;
using Gateway.Venues.Hyperliquid.Signing;

namespace Gateway.Venues.Hyperliquid.Routes;

/// <summary>
/// Signs orders while the journal writes them down. Nothing leaves from here: once they may, whoever sends takes the frame if it says exactly
/// what is to be sent, and signs anew if it does not.
/// </summary>
internal sealed class SignedAhead(IReadOnlyDictionary<AccountName, SigningAccount> accounts, HyperliquidMarkets markets) : IDisposable
{
    private readonly SignedPost signedPost = new();
    private Frame? ready;

    /// <summary>Signs these, of one account, as one action.</summary>
    public void Sign(ImmutableArray<Instruction.Place> places, long post)
    {
        var account = accounts[places[0].Account];
        var terms = new OrderTerms[places.Length];
        var expiresAfter = long.MaxValue;
        for (var item = 0; item < places.Length; item++)
        {
            if (markets.Current.Find(places[item].Intent.Market.Id) is not { } asset)
                return;
            terms[item] = account.TermsOf(places[item].Intent, new(places[item].Order), asset.Id);
            expiresAfter = Math.Min(expiresAfter, places[item].ValidUntil.ToUnixTimeMilliseconds());
        }

        var frame = signedPost.Write(post, new OrderAction(terms), account.Signer, account.Nonces.Next(), (ulong)expiresAfter);
        Volatile.Write(ref ready, new(account, post, terms, expiresAfter, frame.ToArray()));
    }

    /// <summary>Takes what was signed last, whatever it is; null where it does not say this and no more.</summary>
    public Frame? Take(SigningAccount account, ReadOnlySpan<OrderTerms> terms, long expiresAfter) =>
        Interlocked.Exchange(ref ready, null) is { } frame
        && ReferenceEquals(frame.Account, account) && frame.ExpiresAfter == expiresAfter && terms.SequenceEqual(frame.Terms)
            ? frame
            : null;

    public void Dispose() => signedPost.Dispose();

    /// <summary>A signed action.</summary>
    /// <param name="Account">Who places.</param>
    /// <param name="Post">Its number on the connection.</param>
    /// <param name="Terms">Its orders.</param>
    /// <param name="ExpiresAfter">Its last moment, Unix ms.</param>
    /// <param name="Bytes">What is sent.</param>
    internal sealed record Frame(SigningAccount Account, long Post, OrderTerms[] Terms, long ExpiresAfter, ReadOnlyMemory<byte> Bytes);
}
