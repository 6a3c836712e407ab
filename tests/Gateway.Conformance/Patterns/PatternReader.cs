using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.Conformance.Patterns;

/// <summary>Reads the notation of patterns; <c>protocol/conversations/README.md</c> describes it.</summary>
internal sealed class PatternReader(string text)
{
    private int position;

    public Pattern Read()
    {
        var pattern = ReadEither();
        Skip();
        return position == text.Length ? pattern : throw Wrong("nothing more expected");
    }

    private Pattern ReadEither()
    {
        var first = ReadAll();
        var choices = ImmutableArray.CreateBuilder<Pattern>();
        choices.Add(first);
        while (Take('|'))
            choices.Add(ReadAll());
        return choices.Count == 1 ? first : new EitherPattern(choices.ToImmutable());
    }

    private Pattern ReadAll()
    {
        var first = ReadOne();
        var demands = ImmutableArray.CreateBuilder<Pattern>();
        demands.Add(first);
        while (Take('&'))
            demands.Add(ReadOne());
        return demands.Count == 1 ? first : new AllPattern(demands.ToImmutable());
    }

    private Pattern ReadOne()
    {
        Skip();
        if (position == text.Length)
            throw Wrong("a value expected");
        if (TakeWord("raw"))
            return new LiteralPattern(Literal(), Raw: true);
        return text[position] switch
        {
            '{' => ReadObject(),
            '[' => ReadArray(),
            '<' => ReadWildcard(),
            _ => new LiteralPattern(Literal(), Raw: false),
        };
    }

    private ObjectPattern ReadObject()
    {
        Demand('{');
        var members = ImmutableArray.CreateBuilder<KeyValuePair<string, Pattern>>();
        if (Take('}'))
            return new([]);
        do
        {
            Skip();
            var name = Literal() is { ValueKind: JsonValueKind.String } key ? key.GetString()! : throw Wrong("a member name expected");
            if (members.Any(member => member.Key == name))
                throw Wrong($"'{name}' is named twice");
            Demand(':');
            members.Add(new(name, ReadEither()));
        }
        while (Take(','));
        Demand('}');
        return new(members.ToImmutable());
    }

    private ArrayPattern ReadArray()
    {
        Demand('[');
        var parts = ImmutableArray.CreateBuilder<ArrayPattern.Part>();
        if (Take(']'))
            return new([]);
        do
        {
            Skip();
            if (TakeWord("..."))
                parts.Add(new(Wildcard.Of("any"), Repeated: true));
            else
                parts.Add(new(ReadEither(), Take('*')));
        }
        while (Take(','));
        Demand(']');
        return new(parts.ToImmutable());
    }

    private Pattern ReadWildcard()
    {
        var end = text.IndexOf('>', position);
        if (end < 0)
            throw Wrong("'<' has no '>'");
        var inside = text[(position + 1)..end];
        position = end + 1;
        if (!inside.StartsWith('$'))
            return Wildcard.Of(inside);
        var parts = inside[1..].Split(':', 2);
        return new CapturePattern(parts[0], Wildcard.Of(parts.Length > 1 ? parts[1] : "any"));
    }

    private JsonElement Literal()
    {
        Skip();
        var start = position;
        if (position < text.Length && text[position] == '"')
        {
            for (position++; position < text.Length && text[position] != '"'; position++)
                position += text[position] == '\\' ? 1 : 0;
            position = Math.Min(position + 1, text.Length);
        }
        else
        {
            while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '-' or '+' or '.'))
                position++;
        }

        try
        {
            return JsonElement.Parse(text[start..position]);
        }
        catch (JsonException)
        {
            position = start;
            throw Wrong("a JSON value or a wildcard expected");
        }
    }

    private void Skip()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
    }

    private bool Take(char sign)
    {
        Skip();
        if (position == text.Length || text[position] != sign)
            return false;
        position++;
        return true;
    }

    private bool TakeWord(string word)
    {
        if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0)
            return false;
        position += word.Length;
        return true;
    }

    private void Demand(char sign)
    {
        if (!Take(sign))
            throw Wrong($"'{sign}' expected");
    }

    private FormatException Wrong(string what) =>
        new($"{what} at column {position + 1}: {(position < text.Length ? text[position..] : "(end)").Excerpt()}");
}
