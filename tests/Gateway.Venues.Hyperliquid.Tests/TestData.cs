using System.Text.Json;

namespace Gateway.Venues.Hyperliquid.Tests;

internal static class TestData
{
    public static JsonElement Recorded(string name) => Read(Path.Combine("Recorded", name + ".json"));

    public static JsonElement Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", path)));
        return document.RootElement.Clone();
    }

    public static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
