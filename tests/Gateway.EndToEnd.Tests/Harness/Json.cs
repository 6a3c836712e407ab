using System.Globalization;
using System.Text.Json;

namespace Gateway.EndToEnd.Tests.Harness;

/// <summary>Short ways to read what the gateway and the simulator say.</summary>
internal static class Json
{
    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static decimal Number(this JsonElement element, string name) =>
        decimal.Parse(element.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    public static long Integer(this JsonElement element, string name) => element.GetProperty(name).GetInt64();

    public static bool IsNull(this JsonElement element) => element.ValueKind == JsonValueKind.Null;
}
