using System.ComponentModel.DataAnnotations;

namespace Gateway.Server.Sessions;

/// <summary>One client, read from <c>Clients:&lt;name&gt;</c>.</summary>
internal sealed class ClientOptions
{
    /// <summary>The SHA-256 of the API key in hex: <c>printf %s "$KEY" | sha256sum</c>. The key itself is stored nowhere.</summary>
    [Required]
    [RegularExpression("^[0-9A-Fa-f]{64}$", ErrorMessage = "KeySha256 must be the 64 hex digits of the key's SHA-256.")]
    public string KeySha256 { get; set; } = "";

    /// <summary>The trader on whose behalf the client acts; null: the client's own name.</summary>
    public string? Trader { get; set; }

    /// <summary>The trader's desk; null: none.</summary>
    public string? Desk { get; set; }

    /// <summary>The accounts that it may use and see.</summary>
    public IList<string> Accounts { get; } = [];

    /// <summary>What it may do: any of View, Trade, Risk.</summary>
    public IList<Permissions> Permissions { get; } = [];
}
