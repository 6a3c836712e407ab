using Gateway.Server.Tests.Harness;

namespace Gateway.Server.Tests.Operations;

public sealed class EngineHostTests
{
    [Fact]
    public async Task A_venue_that_breaks_stops_the_process_with_an_exit_code()
    {
        try
        {
            await using var gateway = await TestGateway.StartAsync();

            gateway.Venue.Broken.SetException(new InvalidOperationException("The key cannot be read."));

            await gateway.StoppedAsync();
            Assert.Equal(1, Environment.ExitCode);
        }
        finally
        {
            Environment.ExitCode = 0;
        }
    }

    [Fact]
    public async Task A_stop_that_was_asked_for_is_no_failure()
    {
        await using var gateway = await TestGateway.StartAsync();

        await gateway.StopAsync();

        Assert.Equal(0, Environment.ExitCode);
    }
}
