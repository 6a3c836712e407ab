using System.ComponentModel.DataAnnotations;

namespace Gateway.Orders.Limits;

/// <summary>What one unit of a product is worth, whatever the venue says.</summary>
public sealed class PinnedPrice
{
    /// <summary>The product, by its id.</summary>
    [Required]
    public string Product { get; set; } = "";

    /// <summary>Limit dollars of one unit, positive.</summary>
    [Range(typeof(decimal), "0.000000000001", "1000000000000")]
    public decimal Dollars { get; set; }
}
