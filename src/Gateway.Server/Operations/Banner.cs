using System.Text;
using Gateway.Orders.Journal;
using Gateway.Server.Sessions;

namespace Gateway.Server.Operations;

/// <summary>What the terminal says once the gateway listens: where it is, and what to do next.</summary>
internal static class Banner
{
    /// <summary>Prints it when the program has started.</summary>
    public static void PrintWhenStarted(this WebApplication app, ConfiguredVenues trading) =>
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(Text(
            app.Urls.First(),
            trading.Description,
            trading.Venues.SelectMany(venue => venue.Accounts).Select(account => account.Value),
            Path.GetFullPath(app.Services.GetRequiredService<JournalOptions>().Directory),
            isFirstSteps: trading.IsEmbeddedSimulator && app.Services.GetRequiredService<KeyRing>().HasDemoKey)));

    /// <summary>The text.</summary>
    public static string Text(string url, string venue, IEnumerable<string> accounts, string journal, bool isFirstSteps)
    {
        var address = new UriBuilder(url.Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal));
        address.Scheme = string.Equals(address.Scheme, "https", StringComparison.Ordinal) ? "wss" : "ws";
        address.Path = "/ws";
        var text = new StringBuilder()
            .AppendLine()
            .AppendLine($"The gateway answers on {address.Uri}")
            .AppendLine($"  trading    {venue}")
            .AppendLine($"  accounts   {string.Join(", ", accounts)}")
            .AppendLine($"  API key    {(isFirstSteps ? "demo" : "one of those under Clients in the configuration")}")
            .AppendLine($"  journal    {journal}")
            .AppendLine($"  readiness  {url.TrimEnd('/')}/health/ready");
        if (isFirstSteps)
        {
            text.AppendLine()
                .AppendLine("Your first order, in another terminal:")
                .AppendLine("  /usr/bin/python3 protocol/examples/first_order.py      (needs: apt-get install python3-websockets)")
                .AppendLine("  node protocol/examples/first_order.mjs                 (needs: npm install --prefix protocol/clients/typescript)")
                .AppendLine("What you can say to it: protocol/README.md");
        }

        return text.ToString();
    }
}
