using System.Text;

namespace Gateway.Venues.Hyperliquid.Tests.Wire;

/// <summary>Writes messages that are odd here and there, by chance: what a venue may say, and what it should not.</summary>
internal sealed class OddJson(Random chance)
{
    // So that most messages of a few orders are odd in one place, and some in none.
    private const int OnceIn = 60;

    private static readonly string[] Values = ["null", "true", "7", "-1.5", "1e3", "9223372036854775808", "\"\"", "\"x\"", "\"open\"", "{}", "[]", "[{\"oid\":1}]", "\"\\u0041\"", "\"\\ud83d\""];

    public string Object(params (string Name, string Value)[] members)
    {
        var all = members.ToList();
        if (Happens())
            chance.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all));
        if (Happens())
            all.Insert(chance.Next(all.Count + 1), ("novel", Values[chance.Next(Values.Length)]));
        if (Happens())
            all.RemoveAt(chance.Next(all.Count));
        if (all.Count > 0 && Happens())
            all.Add((all[chance.Next(all.Count)].Name, Values[chance.Next(Values.Length)]));
        return $"{{{Space()}{string.Join($"{Space()},{Space()}", all.Select(Member))}{Space()}}}";
    }

    public string Array(IEnumerable<string> items) => $"[{string.Join(',', items.Select(Odd))}]";

    public string Text(string text) => Odd($"\"{(Happens() ? Escaped(text) : text)}\"");

    public string Integer(long value) => Odd(Happens() ? $"\"{value}\"" : $"{value}");

    /// <summary>As the venue writes decimals, or as a number.</summary>
    public string Decimal(string value) => Odd(Happens() ? value : $"\"{value}\"");

    /// <summary>The message, cut short, followed by something, or with a byte that is another.</summary>
    public byte[] Message(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return chance.Next(40) switch
        {
            0 => bytes[..chance.Next(bytes.Length)],
            1 => [.. bytes, .. "{}"u8],
            2 => [.. " "u8, .. bytes, .. "\n "u8],
            3 => Changed(bytes),
            _ => bytes,
        };
    }

    private byte[] Changed(byte[] bytes)
    {
        bytes[chance.Next(bytes.Length)] = (byte)chance.Next(32, 127);
        return bytes;
    }

    private string Member((string Name, string Value) member) =>
        $"\"{(Happens() ? Escaped(member.Name) : member.Name)}\"{Space()}:{Space()}{Odd(member.Value)}";

    private string Odd(string value) => Happens() ? Values[chance.Next(Values.Length)] : value;

    private string Escaped(string text)
    {
        if (text.Length == 0)
            return "";
        var at = chance.Next(text.Length);
        return $"{text[..at]}\\u{(int)text[at]:x4}{text[(at + 1)..]}";
    }

    private string Space() => Happens() ? " \t\r\n"[..chance.Next(1, 5)] : "";

    private bool Happens() => chance.Next(OnceIn) == 0;
}
