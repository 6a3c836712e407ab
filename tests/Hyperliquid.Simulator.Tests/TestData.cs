using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Tests;

/// <summary>Messages recorded at the venue, and published signature vectors.</summary>
internal static class TestData
{
    public static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(PathOf(name)))!;

    public static JsonElement ReadElement(string name) => JsonDocument.Parse(File.ReadAllText(PathOf(name))).RootElement;

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);
}
