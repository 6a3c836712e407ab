using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gateway.Server.Sockets;

namespace Gateway.Server.Requests.Binding;

/// <summary>Reads one of a few names, in any case.</summary>
internal abstract class NamesReader<T>(params IReadOnlyList<(string Name, T Value)> names) : FieldReader<T>
    where T : struct
{
    public override bool TryRead(JsonElement element, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? problem)
    {
        if (WireText.TryGet(element, out var text))
            return TryFind(text, out value, out problem);
        value = default;
        problem = MustBe;
        return false;
    }

    /// <summary>Finds the value of a name, in any case.</summary>
    public bool TryFind(string text, out T value, [NotNullWhen(false)] out string? problem)
    {
        foreach (var (name, named) in names)
        {
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase))
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

    private string MustBe => $"must be one of {string.Join(", ", names.Select(pair => $"\"{pair.Name}\""))}.";
}
