using System.Text.Json;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Tests.Harness;

/// <summary>The published contract, to hold messages against.</summary>
internal static class Published
{
    private static readonly Lazy<PublishedContract> Lazy = new(PublishedContract.Make);

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

    public static string? ProblemOfRequest(string type, JsonElement request) => Problem(PublishedContract.RequestFile(type), request);

    /// <summary>What is wrong with something that the server sent; null: nothing.</summary>
    /// <param name="type">The request that it answers; null where that is not known, which only the schema of errors allows for.</param>
    /// <param name="message">What was sent.</param>
    public static string? ProblemOfAnswer(string? type, JsonElement message) => message.TryGetProperty("error", out _)
        ? Problem("schemas/error.json", message)
        : type is null ? null : Problem(PublishedContract.ResponseFile(type), message);

    private static string? Problem(string file, JsonElement message) => new SchemaValidator(Contract.Files[file]).FirstProblem(message);
}
