using Hyperliquid.Simulator.Wire;

namespace Hyperliquid.Simulator.Actions;

/// <summary>Which actions are understood: one line each.</summary>
internal static class ActionCatalogue
{
    private static readonly Dictionary<string, Func<Body, VenueAction>> Readers = new(StringComparer.Ordinal)
    {
        ["order"] = PlaceOrders.Read,
        ["cancel"] = CancelByOid.Read,
        ["cancelByCloid"] = CancelByCloid.Read,
        ["modify"] = ModifyOrder.Read,
        ["batchModify"] = ModifyOrders.Read,
        ["scheduleCancel"] = ScheduleCancel.Read,
        ["twapOrder"] = TwapOrder.Read,
        ["twapCancel"] = TwapCancel.Read,
        ["updateLeverage"] = UpdateLeverage.Read,
        ["updateIsolatedMargin"] = UpdateIsolatedMargin.Read,
        ["approveAgent"] = ApproveAgent.Read,
        ["approveBuilderFee"] = ApproveBuilderFee.Read,
        ["createSubAccount"] = CreateSubAccount.Read,
        ["subAccountTransfer"] = SubAccountTransfer.Read,
        ["subAccountSpotTransfer"] = SubAccountSpotTransfer.Read,
        ["subAccountModify"] = SubAccountModify.Read,
        ["vaultTransfer"] = VaultTransfer.Read,
        ["usdSend"] = UsdSend.Read,
        ["spotSend"] = SpotSend.Read,
        ["withdraw3"] = Withdraw3.Read,
        ["noop"] = Noop.Read,
        ["reserveRequestWeight"] = ReserveRequestWeight.Read,
        ["sendAsset"] = SendAsset.Read,
        ["agentSendAsset"] = AgentSendAsset.Read,
        ["usdClassTransfer"] = UsdClassTransfer.Read,
        ["userSetAbstraction"] = UserSetAbstraction.Read,
        ["agentSetAbstraction"] = AgentSetAbstraction.Read,
        ["userPortfolioMargin"] = UserPortfolioMargin.Read,
        ["userDexAbstraction"] = UserDexAbstraction.Read,
        ["agentEnableDexAbstraction"] = AgentEnableDexAbstraction.Read,
    };

    public static VenueAction Read(Body action) => Readers.TryGetValue(action.Text("type"), out var read)
        ? read(action)
        : throw new UnreadableException($"unknown action `{action.Text("type")}`");
}
