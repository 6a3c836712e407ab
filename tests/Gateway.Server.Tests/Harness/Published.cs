using System.Text.Json;
using Gateway.Conformance.Schemas;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Tests.Harness;

/// <summary>The published contract, to hold messages against.</summary>
internal static class Published
{
    private static readonly Lazy<PublishedContract> Lazy = new(PublishedContract.Make);
    private static readonly Lazy<PublishedSchemas> LazySchemas =
        new(() => new(Contract.Files.ToDictionary(file => Path.GetFileName(file.Key), file => file.Value, StringComparer.Ordinal)));

    public static PublishedContract Contract => Lazy.Value;

    /// <summary>The path of the repository.</summary>
    public static string Repository
    {
        get
        {
            var directory = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(directory.FullName, "Gateway.sln")))
                directory = directory.Parent!;
            return directory.FullName;
        }
    }

    public static string? ProblemOfRequest(string type, JsonElement request) =>
        new SchemaValidator(Contract.Files[PublishedContract.RequestFile(type)]).FirstProblem(request);

    /// <inheritdoc cref="PublishedSchemas.ProblemOf"/>
    public static string? ProblemOfAnswer(string? type, JsonElement message) => LazySchemas.Value.ProblemOf(type, message);
}
