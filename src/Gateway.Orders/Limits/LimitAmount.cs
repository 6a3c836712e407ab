using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gateway.Venues;

namespace Gateway.Orders.Limits;

/// <summary>The most that a limit lets pass, in limit dollars, or expressly without limit. The default lets nothing pass.</summary>
public readonly record struct LimitAmount
{
    private const string UnlimitedWord = "unlimited";

    /// <summary>States an amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public LimitAmount(decimal dollars)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dollars);
        Dollars = dollars;
    }

    /// <summary>Without limit, which overrides a default that has one.</summary>
    public static LimitAmount Unlimited { get; } = new(0) { IsUnlimited = true };

    /// <summary>The amount in limit dollars; means nothing where there is no limit.</summary>
    public decimal Dollars { get; }

    /// <summary>Whether there is no limit.</summary>
    public bool IsUnlimited { get; private init; }

    /// <summary>Reads a plain decimal that is not negative, or <c>unlimited</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LimitAmount amount)
    {
        amount = Unlimited;
        if (text == UnlimitedWord)
            return true;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) || dollars < 0)
            return false;
        amount = new(dollars);
        return true;
    }

    /// <summary>As the protocol writes it: a plain decimal, or <c>unlimited</c>.</summary>
    public override string ToString() => IsUnlimited ? UnlimitedWord : Plain.Format(Dollars);
}
