using System.Text.Json;
using Gateway.Cryptography;
using Gateway.Venues.Hyperliquid.Connection;
using Gateway.Venues.Hyperliquid.Info;
using Gateway.Venues.Hyperliquid.Markets;
using Gateway.Venues.Hyperliquid.Wire;
using Gateway.Venues.Transport;

namespace Gateway.Venues.Hyperliquid.Accounts;

/// <summary>Answers what clients ask about accounts and the venue. An unreachable venue is an answer, too.</summary>
internal sealed class AccountQueries(HyperliquidOptions options, InfoClient info, HyperliquidMarkets markets, TimeProvider time) : IVenueQueries
{
    private readonly AccountSummaries summaries = new(info, markets, time);

    public async Task<QueryReply<AccountSummary>> SummariseAsync(AccountName account, CancellationToken cancellationToken)
    {
        try
        {
            return new QueryReply<AccountSummary>.Answered(await summaries.ReadAsync(account, AddressOf(account), cancellationToken));
        }
        catch (TransportException failure)
        {
            return new QueryReply<AccountSummary>.Unavailable(failure.Message);
        }
    }

    public async Task<QueryReply<object>> QueryAsync(AccountName? account, JsonElement query, CancellationToken cancellationToken)
    {
        if (query.Text("type") is not { } type || QueryCatalogue.Find(type) is not { } question)
            return new QueryReply<object>.Refused($"must have one of the types {string.Join(", ", QueryCatalogue.Types)}.");
        try
        {
            return await question.AskAsync(info, account is { } name ? AddressOf(name) : null, query, cancellationToken);
        }
        catch (TransportException failure)
        {
            return new QueryReply<object>.Unavailable(failure.Message);
        }
    }

    private Address AddressOf(AccountName account) => options.Accounts.TryGetValue(account.Value, out var configured)
        ? Address.Parse(configured.Address)
        : throw new ArgumentException($"There is no account {account} at Hyperliquid.", nameof(account));
}
