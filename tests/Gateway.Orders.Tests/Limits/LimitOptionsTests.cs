using System.ComponentModel.DataAnnotations;
using Gateway.Orders.Limits;

namespace Gateway.Orders.Tests.Limits;

public sealed class LimitOptionsTests
{
    [Fact]
    public void Every_wrong_value_is_told_with_its_place()
    {
        var options = new LimitOptions
        {
            PinnedPrices =
            {
                new() { Product = "BTC Crypto", Dollars = 100 }, new() { Product = " ", Dollars = 1 }, new() { Product = "ETH Crypto", Dollars = 0 },
                new() { Product = "BTC Crypto", Dollars = 99 },
            },
            AccountDesks = { ["MAIN"] = "" },
        };
        var problems = new List<ValidationResult>();

        Assert.False(Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true));

        Assert.Equal(
            [
                "Limits:PinnedPrices:1:Product is missing; name a product, such as \"PURR Crypto\".",
                "Limits:PinnedPrices:2:Dollars of 'ETH Crypto' must be within 0.000000000001 … 1000000000000.",
                "Limits:PinnedPrices names 'BTC Crypto' more than once; give it one price.",
                "Limits:AccountDesks:MAIN names no desk; name one, or leave the account out.",
            ],
            problems.Select(problem => problem.ErrorMessage));
    }
}
