using System.Runtime.InteropServices;
using Hyperliquid.Simulator;
using Hyperliquid.Simulator.Admin;

var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
var options = new SimulatorOptions { Urls = configuration["urls"] ?? "http://127.0.0.1:3001", Limits = true };
configuration.GetSection("Simulator").Bind(options);

await using var simulator = await SimulatorHost.StartAsync(options, CancellationToken.None);
Console.WriteLine($"Hyperliquid simulator ({options.Chain}) on {simulator.BaseUrl}, WebSocket on {simulator.WebSocketUrl}");
foreach (var request in AdminCatalogue.All)
    Console.WriteLine($"  {request.Method,-6} {request.Path} {request.Usage}");

var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.TrySetResult();
};
using var terminated = PosixSignalRegistration.Create(
    PosixSignal.SIGTERM, signal =>
    {
        signal.Cancel = true;
        stop.TrySetResult();
    });
await stop.Task;
