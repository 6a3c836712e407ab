using FluentValidation;
using Gateway.Orders.Limits;
using Gateway.Server.Requests.Binding;

namespace Gateway.Server.Requests.Limits;

/// <summary>Reads whose trading is meant.</summary>
internal sealed class LimitSetReader : SumReader<LimitSet>
{
    public LimitSetReader(FieldReaders readers)
    {
        var names = readers.For<string>();
        Add("Firm", new LimitSet.Firm());
        Add("Desk", names, name => new LimitSet.Desk(name));
        Add("Trader", names, name => new LimitSet.Trader(name));
        Add("Account", names, name => new LimitSet.Account(new(name)));
        Add("DeskDefault", new LimitSet.DeskDefault());
        Add("TraderDefault", new LimitSet.TraderDefault());
        Add("AccountDefault", new LimitSet.AccountDefault());
    }
}

/// <summary>Rules about sets.</summary>
internal static class LimitSetRules
{
    /// <summary>A question about orders or fills cannot be about defaults.</summary>
    public static void MustNotBeDefault<T>(this IRuleBuilder<T, LimitSet> rule) => rule
        .Must(set => set is not { IsDefault: true })
        .WithMessage("must be Firm, Desk, Trader or Account; defaults are for limits only.");
}
