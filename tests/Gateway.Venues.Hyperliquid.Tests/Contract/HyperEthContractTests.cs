using Gateway.Testing.Venues;

namespace Gateway.Venues.Hyperliquid.Tests.Contract;

/// <summary>The contract of every venue, met by route HYPERETH against the simulator's trade-intent API.</summary>
public sealed class HyperEthContractTests : VenueContract
{
    protected override ValueTask<VenueUnderTest> SetUpAsync() => SimulatedWorld.StartAsync(HyperliquidNames.HyperEth);
}
