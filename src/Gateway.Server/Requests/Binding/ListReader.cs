using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads an array of at most 1,000 elements, and names the elements that are wrong by their index, the first few of them.</summary>
internal sealed class ListReader<T>(FieldReader<T> elements) : FieldReader<ImmutableArray<T>>
{
    private const int MaxElements = 1000;
    private const int MaxProblems = 5;

    public override JsonObject Describe(SchemaDefinitions definitions) => Schema.List(elements.Describe(definitions), MaxElements);

    public override bool TryRead(
        JsonElement element, [MaybeNullWhen(false)] out ImmutableArray<T> value, [NotNullWhen(false)] out string? problem)
    {
        value = [];
        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() > MaxElements)
        {
            problem = $"must be an array of at most {MaxElements} elements.";
            return false;
        }

        var read = ImmutableArray.CreateBuilder<T>(element.GetArrayLength());
        List<string>? problems = null;
        var index = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (elements.TryRead(item, out var one, out var wrong))
                read.Add(one);
            else if ((problems ??= []).Count < MaxProblems)
                problems.Add($"[{index}] {wrong}");
            index++;
        }

        value = read.ToImmutable();
        problem = problems is null ? null : string.Join(' ', problems);
        return problem is null;
    }
}
