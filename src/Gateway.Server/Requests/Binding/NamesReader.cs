using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Server.Requests.Contract;
using Gateway.Server.Sockets;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads one of a few names, written as the protocol writes them.</summary>
internal abstract class NamesReader<T>(params IReadOnlyList<(string Name, T Value)> names) : FieldReader<T>
    where T : struct
{
    /// <summary>Whether the case of letters matters.</summary>
    protected virtual StringComparison Comparison => StringComparison.Ordinal;

    public override JsonObject Describe(SchemaDefinitions definitions) => Schema.Names(names.Select(pair => pair.Name));

    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? problem)
    {
        if (WireText.TryGetPlain(element, out var plain) && TryFind(plain, out value))
        {
            problem = null;
            return true;
        }

        if (WireText.TryGet(element, out var text))
            return TryFind(text, out value, out problem);
        value = default;
        problem = MustBe;
        return false;
    }

    /// <summary>Finds the value of a name.</summary>
    public bool TryFind(string text, out T value, [NotNullWhen(false)] out string? problem)
    {
        foreach (var (name, named) in names)
        {
            if (name.Equals(text, Comparison))
            {
                value = named;
                problem = null;
                return true;
            }
        }

        value = default;
        problem = MustBe;
        return false;
    }

    // Names are written in ASCII.
    private bool TryFind(ReadOnlySpan<byte> text, out T value)
    {
        foreach (var (name, named) in names)
        {
            if (Comparison == StringComparison.Ordinal ? Ascii.Equals(text, name) : Ascii.EqualsIgnoreCase(text, name))
            {
                value = named;
                return true;
            }
        }

        value = default;
        return false;
    }

    private string MustBe => $"must be one of {string.Join(", ", names.Select(pair => $"\"{pair.Name}\""))}.";
}
