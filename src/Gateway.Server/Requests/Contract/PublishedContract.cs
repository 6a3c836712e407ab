using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Binding;

namespace Gateway.Server.Requests.Contract;

/// <summary>
/// What is published of the protocol for machines: a JSON Schema (2020-12) for each request, response, update, and for errors,
/// and an AsyncAPI document over them, all made from the types that serve them. Each schema stands by itself.
/// </summary>
internal sealed class PublishedContract
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, JsonObject> files = new(StringComparer.Ordinal);

    private PublishedContract(RequestCatalogue catalogue)
    {
        var types = catalogue.All.OrderBy(type => type.Name, StringComparer.Ordinal).ToList();
        files["schemas/error.json"] = Error();
        foreach (var type in types)
        {
            files[RequestFile(type.Name)] = Request(type);
            files[ResponseFile(type.Name)] = type.IsSubscription
                ? Response(type, "The first answer to", KeyValuePair.Create("sequence", Schema.Of("integer")))
                : Response(type, "The answer to");
            if (type.IsSubscription)
                files[UpdateFile(type.Name)] = Response(type, "Each later answer to");
        }

        files["asyncapi.json"] = AsyncApi.Describe(types);
    }

    /// <summary>Path below <c>protocol/</c> → content.</summary>
    public IReadOnlyDictionary<string, JsonObject> Files => files;

    /// <summary>Where a request's schema lies.</summary>
    public static string RequestFile(string type) => $"schemas/{type}.request.json";

    /// <summary>Where the schema of its answer lies.</summary>
    public static string ResponseFile(string type) => $"schemas/{type}.response.json";

    /// <summary>Where the schema of a subscription's later answers lies.</summary>
    public static string UpdateFile(string type) => $"schemas/{type}.update.json";

    /// <summary>The contract of this program.</summary>
    public static PublishedContract Make()
    {
        var services = new ServiceCollection();
        services.AddRequests();
        using var provider = services.BuildServiceProvider();
        return new(provider.GetRequiredService<RequestCatalogue>());
    }

    /// <summary>A file's text.</summary>
    public static string Text(JsonObject content) => $"{content.ToJsonString(Layout)}\n";

    /// <summary>Writes all files below a directory, and removes schemas that are no more.</summary>
    public async Task WriteAsync(string directory)
    {
        var schemas = Directory.CreateDirectory(Path.Combine(directory, "schemas"));
        foreach (var old in schemas.EnumerateFiles("*.json"))
            old.Delete();
        foreach (var (path, content) in files)
            await File.WriteAllTextAsync(Path.Combine(directory, path), Text(content));
    }

    private static JsonObject Request(RequestType type)
    {
        var definitions = new SchemaDefinitions();
        var fields = type.Describe(definitions);
        KeyValuePair<string, JsonObject>[] envelope =
        [
            new("id", Schema.RequestId(definitions)),
            new("type", new() { ["const"] = type.Name }),
        ];
        return Complete(
            $"{type.Name}, a request",
            Schema.Record(
                [.. envelope, .. fields],
                ["id", "type", .. type.Fields.Where(field => field.IsRequired).Select(field => field.Name)]),
            definitions);
    }

    private static JsonObject Response(RequestType type, string role, params KeyValuePair<string, JsonObject>[] beside)
    {
        var definitions = new SchemaDefinitions();
        KeyValuePair<string, JsonObject>[] members =
        [
            new("id", Schema.RequestId(definitions)),
            new("response", new AnswerSchemas(definitions, new FieldReaders()).OfHandler(type.Record)),
            .. beside,
        ];
        return Complete(
            $"{role} {type.Name}",
            Schema.Record(members, members.Select(member => member.Key)),
            definitions);
    }

    private static JsonObject Error()
    {
        var definitions = new SchemaDefinitions();
        var details = Schema.Of("object");
        details["properties"] = new JsonObject { ["trace_id"] = Schema.Of("string"), ["retry_after_ms"] = Schema.Of("integer") };
        details["additionalProperties"] = Schema.List(Schema.Of("string"));
        var error = Schema.Record(
            [new("code", Schema.Names(Enum.GetNames<ErrorCode>())), new("message", Schema.Of("string")), new("details", details)],
            ["code", "message"]);
        return Complete(
            "The answer to a request that was not done",
            Schema.Record([new("id", Schema.OrNull(Schema.RequestId(definitions))), new("error", error)], ["id", "error"]),
            definitions);
    }

    private static JsonObject Complete(string title, JsonObject schema, SchemaDefinitions definitions)
    {
        var complete = new JsonObject { ["$schema"] = Dialect, ["title"] = title };
        foreach (var (word, content) in schema.ToList())
        {
            schema.Remove(word);
            complete[word] = content;
        }

        complete["$defs"] = definitions.ToJson();
        return complete;
    }
}
