using System.Text.Json.Nodes;

namespace Gateway.Server.Requests.Contract;

/// <summary>The AsyncAPI 3 document: which messages go which way over the one channel, and what answers what.</summary>
internal static class AsyncApi
{
    private const string Channel = "#/channels/gateway";

    /// <summary>Describes the protocol with these request types.</summary>
    public static JsonObject Describe(IReadOnlyList<RequestType> types)
    {
        var messages = new JsonObject { ["Error"] = Message("Error", "schemas/error.json") };
        var operations = new JsonObject();
        foreach (var type in types)
        {
            messages[$"{type.Name}Request"] = Message($"{type.Name}Request", PublishedContract.RequestFile(type.Name));
            messages[$"{type.Name}Response"] = Message($"{type.Name}Response", PublishedContract.ResponseFile(type.Name));
            operations[type.Name] = new JsonObject
            {
                ["action"] = "receive",
                ["channel"] = Reference(Channel),
                ["summary"] = $"Needs the permission {type.Needs}; see requests/{type.Name}.md.",
                ["messages"] = new JsonArray(Reference($"{Channel}/messages/{type.Name}Request")),
                ["reply"] = new JsonObject
                {
                    ["channel"] = Reference(Channel),
                    ["messages"] = new JsonArray(Reference($"{Channel}/messages/{type.Name}Response"), Reference($"{Channel}/messages/Error")),
                },
            };
            if (!type.IsSubscription)
                continue;
            messages[$"{type.Name}Update"] = Message($"{type.Name}Update", PublishedContract.UpdateFile(type.Name));
            operations[$"{type.Name}Update"] = new JsonObject
            {
                ["action"] = "send",
                ["channel"] = Reference(Channel),
                ["summary"] = $"Follows the answer to {type.Name}, under its id, until Unsubscribe or the end of the connection.",
                ["messages"] = new JsonArray(Reference($"{Channel}/messages/{type.Name}Update")),
            };
        }

        return new()
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Order gateway",
                ["version"] = "1.0.0",
                ["description"] = "One JSON object in each text frame of a WebSocket, in both directions. README.md explains envelope, codes, types and resuming.",
            },
            ["defaultContentType"] = "application/json",
            ["servers"] = new JsonObject
            {
                ["local"] = new JsonObject
                {
                    ["host"] = "127.0.0.1:8080",
                    ["protocol"] = "ws",
                    ["security"] = new JsonArray(Reference("#/components/securitySchemes/key")),
                },
            },
            ["channels"] = new JsonObject
            {
                ["gateway"] = new JsonObject { ["address"] = "/ws", ["messages"] = messages },
            },
            ["operations"] = operations,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
            },
        };
    }

    private static JsonObject Message(string name, string schema) => new()
    {
        ["name"] = name,
        ["correlationId"] = new JsonObject { ["location"] = "$message.payload#/id" },
        ["payload"] = new JsonObject
        {
            ["schemaFormat"] = "application/schema+json;version=2020-12",
            ["schema"] = Reference($"./{schema}"),
        },
    };

    private static JsonObject Reference(string to) => new() { ["$ref"] = to };
}
