using System.Xml.Linq;

namespace Gateway.EndToEnd.Tests.House;

/// <summary>The picture of src/README.md, asserted from the project files.</summary>
public sealed class ArrowsTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Gateway.Cryptography"] = [],
        ["Gateway.Venues"] = [],
        ["Gateway.Orders"] = ["Gateway.Venues"],
        ["Gateway.Venues.Hyperliquid"] = ["Gateway.Cryptography", "Gateway.Venues"],
        ["Hyperliquid.Simulator"] = ["Gateway.Cryptography"],
        ["Gateway.Server"] = ["Gateway.Orders", "Gateway.Venues.Hyperliquid", "Hyperliquid.Simulator"],
    };

    [Fact]
    public void Projects_depend_on_each_other_as_the_map_says()
    {
        var found = Projects().ToDictionary(project => project.Name, References, StringComparer.Ordinal);

        Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        foreach (var (project, references) in found)
            Assert.Equal(Arrows[project].Order(StringComparer.Ordinal), references);
    }

    [Fact]
    public void Only_cryptography_may_be_unsafe() =>
        Assert.Equal(["Gateway.Cryptography"], Projects().Where(AllowsUnsafe).Select(project => project.Name));

    [Fact]
    public void Only_the_server_knows_MediatR() =>
        Assert.Equal(["Gateway.Server"], Projects().Where(project => Packages(project).Contains("MediatR")).Select(project => project.Name));

    [Fact]
    public void The_vocabulary_depends_on_nothing() =>
        Assert.Empty(Packages(Projects().Single(project => project.Name == "Gateway.Venues")));

    private static IEnumerable<(string Name, XDocument Document)> Projects() =>
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => (Path.GetFileNameWithoutExtension(file), XDocument.Load(file)))
            .OrderBy(project => project.Item1, StringComparer.Ordinal);

    private static IEnumerable<string> References((string Name, XDocument Document) project) =>
        project.Document.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Packages((string Name, XDocument Document) project) =>
        project.Document.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);

    private static bool AllowsUnsafe((string Name, XDocument Document) project) =>
        project.Document.Descendants("AllowUnsafeBlocks").Any(element => element.Value == "true");
}
