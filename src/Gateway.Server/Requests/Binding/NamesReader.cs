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
        value = default;
        problem = null;
        if (WireText.TryGet(element, out var text))
        {
            foreach (var (name, named) in names)
            {
                if (name.Equals(text, StringComparison.OrdinalIgnoreCase))
                {
                    value = named;
                    return true;
                }
            }
        }

        problem = $"must be one of {string.Join(", ", names.Select(pair => $"\"{pair.Name}\""))}.";
        return false;
    }
}
