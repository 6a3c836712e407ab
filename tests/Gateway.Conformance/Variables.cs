using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gateway.Conformance;

/// <summary>Named JSON values, and the texts that mention them.</summary>
internal sealed class Variables
{
    private readonly Dictionary<string, JsonElement> values = new(StringComparer.Ordinal);

    public Variables(IEnumerable<KeyValuePair<string, string>> texts)
    {
        foreach (var (name, text) in texts)
            Set(name, text);
    }

    /// <summary>Gives a name a text.</summary>
    public void Set(string name, string text) => values[name] = JsonElement.Parse($"\"{JsonEncodedText.Encode(text)}\"");

    /// <summary>Gives a name a JSON value.</summary>
    public void Set(string name, JsonElement value) => values[name] = value;

    /// <summary>Whether the name has a value.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    /// <summary>
    /// Puts values in the place of names: <c>$name</c> is the JSON value, within a JSON string its content;
    /// <c>${name}</c> is the content anywhere; <c>$$</c> is a dollar sign; <c>$numbers(1,5)</c>, <c>$copies(3,null)</c>,
    /// <c>$letters(64)</c> and <c>$base64url(text)</c> are computed.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="json">Whether it is JSON; otherwise every name stands for the content.</param>
    /// <exception cref="FormatException">A name has no value.</exception>
    public string Expand(string text, bool json)
    {
        var result = new StringBuilder(text.Length);
        var quoted = !json;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && json && i + 1 < text.Length)
            {
                result.Append(text[i]).Append(text[++i]);
                continue;
            }

            quoted ^= json && text[i] == '"';
            // <$name> is a capture, not a mention.
            if (text[i] != '$' || (i > 0 && text[i - 1] == '<'))
                result.Append(text[i]);
            else
                i = ExpandAt(text, i + 1, quoted, json, result);
        }

        return result.ToString();
    }

    // Answers the index of the last character that was used.
    private int ExpandAt(string text, int start, bool quoted, bool json, StringBuilder result)
    {
        if (start < text.Length && text[start] == '$')
        {
            result.Append('$');
            return start;
        }

        var braced = start < text.Length && text[start] == '{';
        var from = braced ? start + 1 : start;
        var end = from;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        var name = text[from..end];
        if (!braced && end < text.Length && text[end] == '(')
        {
            var close = MatchingParenthesis(text, end);
            result.Append(Compute(name, Expand(text[(end + 1)..close], json: false)));
            return close;
        }

        if (!values.TryGetValue(name, out var value))
            throw new FormatException($"${name} has no value here.");
        result.Append(quoted || braced ? Content(value) : value.GetRawText());
        return braced ? end : end - 1;
    }

    private static string Content(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetRawText()[1..^1] : value.GetRawText();

    private static int MatchingParenthesis(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }

        throw new FormatException($"'(' at column {open + 1} has no ')'.");
    }

    private static string Compute(string function, string argument)
    {
        var arguments = argument.Split(',', 2);
        return function switch
        {
            "numbers" => string.Join(',', Enumerable.Range(Number(arguments[0]), Number(arguments[1]) - Number(arguments[0]) + 1)),
            "copies" => string.Join(',', Enumerable.Repeat(arguments[1].Trim(), Number(arguments[0]))),
            "letters" => new string('x', Number(argument)),
            "base64url" => Convert.ToBase64String(Encoding.UTF8.GetBytes(argument)).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
            _ => throw new FormatException($"There is no ${function}(…)."),
        };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
