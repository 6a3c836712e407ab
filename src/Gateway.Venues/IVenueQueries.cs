using System.Text.Json;

namespace Gateway.Venues;

/// <summary>What a venue can be asked about accounts and about itself, beside what it reports unasked.</summary>
public interface IVenueQueries
{
    /// <summary>What an account is worth, what of it is bound and free, and what it holds.</summary>
    Task<QueryReply<AccountSummary>> SummariseAsync(AccountName account, CancellationToken cancellationToken);

    /// <summary>Passes a question on in the venue's own terms; only questions that change nothing are.</summary>
    /// <param name="account">Whose account it is about; null: nobody's.</param>
    /// <param name="query">An object with the question's name as <c>type</c> and its parameters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<QueryReply<object>> QueryAsync(AccountName? account, JsonElement query, CancellationToken cancellationToken);
}
