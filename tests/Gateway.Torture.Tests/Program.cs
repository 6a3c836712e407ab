using System.Globalization;
using Gateway.Torture.Tests;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// dotnet run --project tests/Gateway.Torture.Tests -- --seeds 1..1000   as many worlds as wanted
// dotnet run --project tests/Gateway.Torture.Tests -- --seed 42         one world, told step by step
return args switch
{
    ["--seeds", var range] when range.Split("..") is [var first, var last] => SeedRun.Many(Number(first), Number(last)),
    ["--seed", var seed] => SeedRun.Tell(Number(seed)),
    _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
        await TestPlatformTestFramework.RunAsync(args, Gateway.Torture.Tests.SelfRegisteredExtensions.AddSelfRegisteredExtensions),
    _ => await ConsoleRunner.Run(args),
};

static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
