using System.Text.Json;
using Gateway.Venues;

namespace Gateway.Server.Tests.Harness;

/// <summary>Answers questions as the test says.</summary>
internal sealed class TestQueries : IVenueQueries
{
    public QueryReply<AccountSummary> Summary { get; set; } = new QueryReply<AccountSummary>.Unavailable("The test has not said.");

    public QueryReply<object> Reply { get; set; } = new QueryReply<object>.Unavailable("The test has not said.");

    /// <summary>What was asked last.</summary>
    public (AccountName? Account, string Query) Asked { get; private set; }

    public Task<QueryReply<AccountSummary>> SummariseAsync(AccountName account, CancellationToken cancellationToken)
    {
        Asked = (account, "");
        return Task.FromResult(Summary);
    }

    public Task<QueryReply<object>> QueryAsync(AccountName? account, JsonElement query, CancellationToken cancellationToken)
    {
        Asked = (account, query.GetRawText());
        return Task.FromResult(Reply);
    }
}
