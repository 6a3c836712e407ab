using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Accounts;

/// <summary>How an account stands at its venue: what it is worth, what is bound and free, and what it holds.</summary>
[Needs(Permissions.View)]
internal sealed record GetAccountSummary(string Account) : IClientRequest<AccountSummary>
{
    internal sealed class Handler(IReadOnlyList<IVenue> venues, Session session) : IRequestHandler<GetAccountSummary, Answer<AccountSummary>>
    {
        public async Task<Answer<AccountSummary>> Handle(GetAccountSummary request, CancellationToken cancellationToken)
        {
            var account = new AccountName(request.Account);
            if (venues.FirstOrDefault(venue => venue.Accounts.Contains(account)) is not { } venue)
                return new Refusal(ErrorCode.UnknownAccount, $"There is no account '{request.Account}'; this key may use {session.Client.AccountsInWords}.");
            if (!session.Client.Uses(account))
                return new Refusal(ErrorCode.NotPermitted, $"This key may not see account '{request.Account}'; it may use {session.Client.AccountsInWords}.");
            if (venue.Queries is not { } queries)
                return new Refusal(ErrorCode.NotSupported, $"{venue.Id} cannot be asked how accounts stand.");

            var reply = await queries.SummariseAsync(account, cancellationToken);
            return reply is QueryReply<AccountSummary>.Answered { Value: { } summary } ? summary : VenueAnswers.RefusalOf(reply)!;
        }
    }
}
