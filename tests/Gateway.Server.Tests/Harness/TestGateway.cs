using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Gateway.Server.Operations;
using Gateway.Server.Sessions;
using Gateway.Server.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.Server.Tests.Harness;

/// <summary>
/// The real server around a test's venue. Clients: <c>alice</c> (all permissions, accounts DEFAULT and SECOND), <c>bob</c> (account
/// THIRD), <c>eve</c> (View only, account DEFAULT); the key of each is <c>&lt;name&gt;-key</c>.
/// </summary>
internal sealed class TestGateway : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string directory;

    private TestGateway(WebApplication app, string directory, TestVenue venue)
    {
        this.app = app;
        this.directory = directory;
        Venue = venue;
    }

    public TestVenue Venue { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Starts one whose accounts are live.</summary>
    public static async Task<TestGateway> StartAsync(TestVenue? venue = null, params (string Name, string Value)[] settings)
    {
        var journal = Directory.CreateTempSubdirectory("gateway-server-tests-").FullName;
        var gateway = Build(venue ?? new TestVenue("DEFAULT", "SECOND", "THIRD"), journal, services => { }, settings);
        await gateway.BeginAsync();
        return gateway;
    }

    /// <summary>Starts one with parts of the test's own.</summary>
    public static async Task<TestGateway> StartAsync(
        TestVenue venue, Action<IServiceCollection> parts, params (string Name, string Value)[] settings)
    {
        var gateway = Build(venue, Directory.CreateTempSubdirectory("gateway-server-tests-").FullName, parts, settings);
        await gateway.BeginAsync();
        return gateway;
    }

    /// <summary>Starts one under a clock of the test, on a journal that stays the test's.</summary>
    public static async Task<TestGateway> StartAsync(
        TestVenue venue, TimeProvider clock, string journal, params (string Name, string Value)[] settings)
    {
        var gateway = Build(venue, journal, services => services.AddSingleton(clock), settings);
        await gateway.BeginAsync();
        return gateway;
    }

    /// <summary>A client over a fake socket.</summary>
    public TestClient Connect(string name = "alice", FakeSocket? socket = null)
    {
        socket ??= new FakeSocket();
        return new(socket, ServeAsync(socket, Services.GetRequiredService<KeyRing>().Find($"{name}-key")!));
    }

    /// <summary>A client over a real socket.</summary>
    public async Task<ClientWebSocket> DialAsync(Action<ClientWebSocketOptions>? setUp = null, string query = "")
    {
        var socket = new ClientWebSocket();
        if (setUp is null)
            socket.Options.SetRequestHeader("Authorization", "Bearer alice-key");
        setUp?.Invoke(socket.Options);
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(new UriBuilder(Address) { Scheme = "ws", Path = "/ws", Query = query }.Uri, CancellationToken.None);
        }
        catch (WebSocketException) when (socket.HttpStatusCode != HttpStatusCode.SwitchingProtocols)
        {
            // The test looks at the status.
        }

        return socket;
    }

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Waits until all accounts are live.</summary>
    public async Task LiveAsync()
    {
        var engine = Services.GetRequiredService<Gateway.Orders.OrderEngine>();
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await engine.Replayed.WaitAsync(late.Token);

        // The engine's own loop is the clock: each question is answered after what was queued before it.
        while (!engine.IsReady)
        {
            await engine.ReadAsync(ledger => ledger.Sequence, late.Token);
            await Task.Yield();
        }
    }

    public Task StopAsync() => app.StopAsync();

    /// <summary>Ends it and leaves its journal where it is.</summary>
    public async Task LeaveJournalAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public Task StoppedAsync() => app.WaitForShutdownAsync().WaitAsync(TimeSpan.FromSeconds(20));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    private async Task BeginAsync()
    {
        await app.StartAsync();
        if (Venue.Connects)
            await LiveAsync();
    }

    private static TestGateway Build(
        TestVenue venue, string journal, Action<IServiceCollection> parts, (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new("urls", "http://127.0.0.1:0"),
            new("Journal:Directory", journal),
            new("Journal:Flush", "Interval"),
            .. Client("alice", ["DEFAULT", "SECOND"], ["View", "Trade", "Risk"]),
            .. Client("bob", ["THIRD"], ["View", "Trade"]),
            .. Client("eve", ["DEFAULT"], ["View"]),
            .. settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)),
        ]);
        parts(builder.Services);
        return new(builder.Compose([venue]), journal, venue);
    }

    public static IEnumerable<KeyValuePair<string, string?>> Client(string name, string[] accounts, string[] permissions)
    {
        yield return new($"Clients:{name}:KeySha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}-key"))));
        yield return new($"Clients:{name}:Desk", "desk1");
        for (var i = 0; i < accounts.Length; i++)
            yield return new($"Clients:{name}:Accounts:{i}", accounts[i]);
        for (var i = 0; i < permissions.Length; i++)
            yield return new($"Clients:{name}:Permissions:{i}", permissions[i]);
    }

    private async Task ServeAsync(FakeSocket socket, Client client)
    {
        await using (socket)
            await Services.ServeAsync(socket, client, Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
    }
}
