using Gateway.Server.Operations;
using Gateway.Server.Requests.Contract;
using Gateway.Server.Sessions;

namespace Gateway.Server;

/// <summary>The gateway as a process.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        try
        {
            return args is ["contract", var directory] ? await PublishAsync(directory) : await RunAsync(args);
        }
        catch (Exception failure) when (StartFailure.WordsOf(failure) is { } words)
        {
            await Console.Error.WriteLineAsync($"The gateway cannot start. {words}");
            return 1;
        }
        catch (OperationCanceledException) when (Environment.ExitCode != 0)
        {
            // It was stopped while it started, and has said why.
            return Environment.ExitCode;
        }
    }

    private static async Task<int> PublishAsync(string directory)
    {
        await PublishedContract.Make().WriteAsync(directory);
        return 0;
    }

    private static async Task<int> RunAsync(string[] args)
    {
        // Settings lie beside the program, wherever it is started; the journal is relative to where it is started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.UseDefaultAddress();
        builder.Configuration.AddDemoClient();
        using var logs = builder.AddLogs();
        if (Doctor.IsAskedFor(args))
            return await Doctor.RunAsync(builder.Configuration, logs, Console.Out, CancellationToken.None);
        if (JournalCommand.IsAskedFor(args))
            return await JournalCommand.RunAsync(builder.Configuration, args, Console.Out, CancellationToken.None);
        await using var trading = await ConfiguredVenues.OpenAsync(builder.Configuration, logs);
        await using var app = builder.Compose(trading.Venues);
        trading.RefuseDemoKey(app.Services.GetRequiredService<KeyRing>());
        app.PrintWhenStarted(trading);
        await app.RunAsync();
        return Environment.ExitCode;
    }
}
