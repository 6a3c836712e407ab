using System.Text.Json;

namespace Gateway.Server.Requests.Binding;

/// <summary>One field of a request.</summary>
/// <param name="Index">Its place among the record's parameters.</param>
/// <param name="Name">Its name on the wire.</param>
/// <param name="IsRequired">Whether it may be neither absent nor null.</param>
internal sealed record Field(int Index, string Name, bool IsRequired)
{
    /// <summary>Its name as it stands in messages.</summary>
    public JsonEncodedText WireName { get; } = JsonEncodedText.Encode(Name);
}
