using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Markets;
using Gateway.Server.Requests.Binding;
using Gateway.Server.Requests.Contract;
using Gateway.Server.Sockets;

namespace Gateway.Server.Requests.Symbology.Queries;

/// <summary>Reads queries: objects, or text (<see cref="QueryText"/>).</summary>
internal sealed class QueryReader : SumReader<Query>
{
    public QueryReader(FieldReaders readers)
    {
        var names = readers.For<string>();
        Add("All", new Query.All());
        foreach (var attribute in Enum.GetValues<MarketAttribute>().Where(attribute => attribute != MarketAttribute.Class))
            Add(attribute.ToString(), names, name => new Query.Where(attribute, name));
        Add("Class", new ProductClassReader(), kind => new Query.Where(MarketAttribute.Class, kind.ToString()));
        Add("Expiration", new PeriodReader(readers), period => new Query.Expires(period));
        var queries = new ListReader<Query>(this);
        Add("And", queries, parts => new Query.And(parts));
        Add("Or", queries, parts => new Query.Or(parts));
        Add("Not", this, part => new Query.Not(part));
    }

    protected override IEnumerable<JsonObject> Forms(SchemaDefinitions definitions) => [Schema.Of("string"), .. base.Forms(definitions).Skip(1)];

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out Query value, [NotNullWhen(false)] out string? problem)
    {
        var read = WireText.TryGet(element, out var text) ? QueryText.TryParse(text, out value, out problem) : base.TryRead(element, out value, out problem);
        if (!read || value!.Depth <= Query.MaxDepth)
            return read;
        problem = $"must be nested at most {Query.MaxDepth} deep.";
        return false;
    }
}
