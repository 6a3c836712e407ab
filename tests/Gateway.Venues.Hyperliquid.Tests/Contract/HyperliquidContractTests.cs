using Gateway.Testing.Venues;

namespace Gateway.Venues.Hyperliquid.Tests.Contract;

/// <summary>The contract of every venue, met by the adapter against the simulator.</summary>
public sealed class HyperliquidContractTests : VenueContract
{
    protected override ValueTask<VenueUnderTest> SetUpAsync() => SimulatedWorld.StartAsync();
}
