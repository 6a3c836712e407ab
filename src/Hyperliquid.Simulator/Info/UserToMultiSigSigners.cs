using System.Text.Json.Nodes;
using Hyperliquid.Simulator.Trading;
using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Info;

/// <summary>Who signs for an account together: no account here has several signers.</summary>
internal sealed class UserToMultiSigSigners : InfoRequest
{
    public override string Type => "userToMultiSigSigners";

    public override JsonNode? Answer(Body request, Exchange exchange)
    {
        request.Address("user");
        return null;
    }
}
