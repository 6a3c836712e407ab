using System.Text.Json;
using Gateway.Server.Requests.Answers;
using Gateway.Server.Sessions;
using Gateway.Venues;
using MediatR;

namespace Gateway.Server.Requests.Venue;

/// <summary>Passes a question on to a venue in its own terms; only questions that change nothing.</summary>
[Needs(Permissions.View)]
internal sealed record QueryVenue(string Venue, JsonElement Query, string? Account = null) : IClientRequest<QueryVenue.VenueAnswer>
{
    /// <summary>The venue's typed answer.</summary>
    /// <param name="Answer">Whatever the question's page promises; null where the venue has none.</param>
    internal sealed record VenueAnswer(object? Answer);

    internal sealed class Handler(IReadOnlyList<IVenue> venues, Session session) : IRequestHandler<QueryVenue, Answer<VenueAnswer>>
    {
        public async Task<Answer<VenueAnswer>> Handle(QueryVenue request, CancellationToken cancellationToken)
        {
            if (venues.FirstOrDefault(one => one.Id.Value == request.Venue) is not { } venue)
                return new Refusal(ErrorCode.UnknownVenue, $"There is no venue '{request.Venue}'; there are {string.Join(", ", venues.Select(one => one.Id))}.");
            AccountName? account = request.Account is { } name ? new AccountName(name) : null;
            if (account is { } named && !venue.Accounts.Contains(named))
                return new Refusal(ErrorCode.UnknownAccount, $"There is no account '{named}' at {venue.Id}; this key may use {session.Client.AccountsInWords}.");
            if (account is { } used && !session.Client.Uses(used))
                return new Refusal(ErrorCode.NotPermitted, $"This key may not see account '{used}'; it may use {session.Client.AccountsInWords}.");
            if (venue.Queries is not { } queries)
                return new Refusal(ErrorCode.NotSupported, $"{venue.Id} takes no questions.");

            var reply = await queries.QueryAsync(account, request.Query, cancellationToken);
            return reply is QueryReply<object>.Answered answered ? new VenueAnswer(answered.Value) : VenueAnswers.RefusalOf(reply)!;
        }
    }
}
