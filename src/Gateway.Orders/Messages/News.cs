using Gateway.Orders.Alerts;
using Gateway.Orders.Decisions;
using Gateway.Orders.Journal.Events;
using Gateway.Orders.Limits;
using Gateway.Orders.Reconciliation;
using Gateway.Venues;

namespace Gateway.Orders.Messages;

/// <summary>A venue reports.</summary>
internal sealed class News(VenueEvent news) : Message
{
    public override void Handle(Workbench bench)
    {
        if (bench.LinkOf(news.Account) is not { } link)
        {
            bench.Log.NewsOfUnknownAccount(news.Account, news.GetType().Name);
            return;
        }

        var wasConnected = link.IsConnected;
        switch (news)
        {
            case VenueEvent.AccountConnected connected when link.Connect(connected.Epoch):
                if (wasConnected)
                    Lose(bench, link, "The connection was replaced by a new one.");
                bench.AccountsChanged();
                FollowUp.AskForFence(bench, link);
                break;
            case VenueEvent.AccountReconciled reconciled when link.CatchUp(reconciled.Epoch):
                bench.Record(new AccountReconciled(link.Account));
                bench.AccountsChanged();
                foreach (var stream in link.HearAgain())
                    Alert(bench, link, AlertKind.StreamRecovered, $"{stream} of account {link.Account} is connected anew, and what it did not tell is known.");
                bench.Log.AccountReconciled(link.Account, link.Venue.Id, link.Epoch);
                FollowUp.AfterFence(bench, link);
                break;
            case VenueEvent.AccountReconciled again when link.IsAt(again.Epoch):
                FollowUp.LookAgain(bench, link);
                break;
            case VenueEvent.AccountDisconnected disconnected:
                link.Disconnect(disconnected.Cause);
                bench.AccountsChanged();
                if (wasConnected)
                    Lose(bench, link, disconnected.Cause);
                break;
            case VenueEvent.StreamSilent silent when link.FallSilent(silent.Stream):
                Alert(bench, link, AlertKind.SilentStream, $"{silent.Stream} of account {link.Account} is silent: {silent.Cause}");
                break;
            case VenueEvent.KeyExpiring expiring:
                Alert(bench, link, AlertKind.KeyExpiring, expiring.Words);
                break;
            case VenueEvent.ForeignOrder foreign:
                if (ForeignDecision.Decide(bench.Ledger, foreign, MarketOf(link, foreign.Terms.Market)) is { } found)
                    bench.Record(found);
                if (ForeignDecision.Rest(bench.Ledger, foreign) is { } rest)
                    Follow(bench, link, rest);
                break;
            default:
                Follow(bench, link, news);
                break;
        }
    }

    private static void Follow(Workbench bench, AccountLink link, VenueEvent news)
    {
        if (NewsDecision.Decide(bench.Ledger, news, bench.Options.ProofMargin) is { } happened)
            bench.Record(happened is OrderFilled { Order: null } foreign ? foreign with { Traded = MarketOf(link, foreign.Fill.Market) is { } market ? MarketNames.Of(market) : null } : happened);
        FollowUp.After(bench, news);
    }

    private static void Alert(Workbench bench, AccountLink link, AlertKind kind, string message) =>
        bench.Record(new AlertRaised(kind, message, link.Account, Order: null));

    // No order tells where it traded, and the journal has to be read without the venue's universe of the day.
    private static Market? MarketOf(AccountLink link, MarketId? id) => link.Venue.MarketData.Universe.Markets.FirstOrDefault(market => market.Id == id);

    private static void Lose(Workbench bench, AccountLink link, string cause)
    {
        bench.Record(new AccountDisconnected(link.Account, cause));
        bench.Log.AccountDisconnected(link.Account, link.Venue.Id, cause);
        FollowUp.AfterDisconnect(bench, link);
    }
}
