using System.Collections.Immutable;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gateway.Conformance.Lines;
using Gateway.Conformance.Patterns;

namespace Gateway.Conformance;

/// <summary>Reads a conversation; <c>protocol/conversations/README.md</c> describes the notation.</summary>
internal sealed partial class Parser(string name)
{
    private readonly ImmutableArray<Line>.Builder lines = ImmutableArray.CreateBuilder<Line>();
    private ImmutableArray<string> requires = [];
    private string? title;

    public Conversation Parse(string text)
    {
        foreach (var (number, line) in Joined(text))
        {
            try
            {
                Read(number, line);
            }
            catch (Exception wrong) when (wrong is FormatException or OverflowException)
            {
                throw new FormatException($"{name}.txt line {number}: {wrong.Message}", wrong);
            }
        }

        if (lines.Count == 0)
            throw new FormatException($"{name}.txt: nothing is said.");
        return new(name, title ?? throw new FormatException($"{name}.txt: the first line must be its title, a comment."), requires, lines.ToImmutable());
    }

    // A line that starts with white space continues the one before.
    private static IEnumerable<(int Number, string Line)> Joined(string text)
    {
        var current = (Number: 0, Line: "");
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Length > 0 && char.IsWhiteSpace(line[0]))
            {
                current.Line += $" {line.Trim()}";
                continue;
            }

            if (current.Line.Length > 0)
                yield return current;
            current = (number, line);
        }

        if (current.Line.Length > 0)
            yield return current;
    }

    private void Read(int number, string line)
    {
        switch (line[0])
        {
            case '#':
                title ??= line.TrimStart('#').Trim();
                return;
            case '?' when line.StartsWith("?requires ", StringComparison.Ordinal):
                requires = [.. line["?requires ".Length..].Split(',', StringSplitOptions.TrimEntries)];
                return;
            case '!':
                lines.Add(new Direct(number, line[1..].Trim()));
                return;
        }

        var parts = Form().Match(line);
        if (!parts.Success)
            throw new FormatException($"'{line}' is not a line of a conversation.");
        lines.Add(Read(number, parts.Groups["peer"].Value, parts.Groups["verb"].Value, parts.Groups["rest"].Value));
    }

    private static Line Read(int number, string peer, string verb, string rest) => verb switch
    {
        ">" => new Send(number, peer, Json(rest)),
        ">times" => Counted(rest, (count, json) => new Send(number, peer, Json(json)) { Times = count }),
        ">pad" => Counted(rest, (size, json) => new Send(number, peer, Json(json)) { Padded = size }),
        ">split" => Counted(rest, (size, json) => new Send(number, peer, Json(json)) { Fragment = size }),
        ">raw" => new SendFrame(number, peer, Encoding.UTF8.GetBytes(rest), WebSocketMessageType.Text),
        ">hex" => new SendFrame(number, peer, Convert.FromHexString(rest), WebSocketMessageType.Text),
        ">binary" => new SendFrame(number, peer, Convert.FromHexString(rest), WebSocketMessageType.Binary),
        ">repeat" => Counted(
            rest,
            (count, text) => new SendFrame(
                number, peer, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, count))), WebSocketMessageType.Text)),
        "<" => new Expect(number, peer, Expected(rest)),
        "<exact" => new Expect(number, peer, Expected(rest)) { Exact = true },
        "<times" => Counted(rest, (count, pattern) => new Expect(number, peer, Expected(pattern)) { Times = count }),
        "<~" => new ExpectEventually(number, peer, Expected(rest)),
        "never<" => new Never(number, peer, Expected(rest)),
        "connect" => new Connect(number, peer, rest),
        "close" => new Close(number, peer),
        "drop" => new Drop(number, peer),
        "closed" => new Closed(number, peer, int.Parse(rest, CultureInfo.InvariantCulture)),
        "wait" => new Wait(number, rest),
        "pause" => new Pause(number, peer, On: true),
        "resume" => new Pause(number, peer, On: false),
        _ => throw new FormatException($"'{verb}' is not known."),
    };

    private static Line Counted(string rest, Func<int, string, Line> read) =>
        rest.Split(' ', 2) is [var count, var text] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? read(number, text)
            : throw new FormatException($"A number and a text expected, not '{rest}'.");

    // What a client writes by mistake belongs into a >raw line; a request is an object, whatever its variables will be.
    private static string Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(Mention().Replace(text, "1"));
            return document.RootElement.ValueKind == JsonValueKind.Object ? text : throw new FormatException("A request is an object; write '>raw' for anything else.");
        }
        catch (JsonException wrong)
        {
            throw new FormatException($"Not JSON; write '>raw' if that is meant. {wrong.Message}", wrong);
        }
    }

    private static string Expected(string text)
    {
        Pattern.Parse(Mention().Replace(text, "1"));
        return text;
    }

    [GeneratedRegex(@"^(?:(?<peer>[A-Z]\w*)(?:\s+(?=[a-z])|(?=[<>])))?(?<verb>>[a-z]*|<[a-z~]*|[a-z]+<?)(?: (?<rest>.*))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"(?<!<)\$(\$|\{\w+\}|\w+(\([^()]*\))?)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();
}
