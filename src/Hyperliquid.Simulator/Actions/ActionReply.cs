using System.Text.Json.Nodes;

namespace Hyperliquid.Simulator.Actions;

/// <summary>The venue's answer to an action, in its three shapes.</summary>
internal abstract record ActionReply
{
    private ActionReply()
    {
    }

    public abstract JsonObject ToJson();

    /// <summary>The whole request is refused.</summary>
    public sealed record Refused(string Text) : ActionReply
    {
        public override JsonObject ToJson() => new() { ["status"] = "err", ["response"] = Text };
    }

    /// <summary>Done, with nothing to tell.</summary>
    public sealed record Done : ActionReply
    {
        public override JsonObject ToJson() => Ok(new() { ["type"] = "default" });
    }

    /// <summary>Done, with one text to tell.</summary>
    public sealed record Told(string Kind, string Data) : ActionReply
    {
        public override JsonObject ToJson() => Ok(new() { ["type"] = Kind, ["data"] = Data });
    }

    /// <summary>One entry per item of the batch; a string or an object each.</summary>
    public sealed record Statuses(string Kind, IReadOnlyList<JsonNode> Items) : ActionReply
    {
        public override JsonObject ToJson() =>
            Ok(new() { ["type"] = Kind, ["data"] = new JsonObject { ["statuses"] = new JsonArray([.. Items]) } });
    }

    /// <summary>One thing asked for, and what became of it: a string or an object.</summary>
    public sealed record Single(string Kind, JsonNode Status) : ActionReply
    {
        public override JsonObject ToJson() => Ok(new() { ["type"] = Kind, ["data"] = new JsonObject { ["status"] = Status } });
    }

    /// <summary>The entry of an item that failed.</summary>
    public static JsonObject Error(string text) => new() { ["error"] = text };

    private static JsonObject Ok(JsonObject response) => new() { ["status"] = "ok", ["response"] = response };
}
