using System.Text.Json;

namespace Gateway.Server.Requests;

/// <summary>How refusals call things.</summary>
internal static class Words
{
    /// <summary>A JSON value, with its article.</summary>
    public static string ForKind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };
}
