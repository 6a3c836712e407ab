using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Gateway.Server.Markets;
using Gateway.Server.Requests.Binding;

namespace Gateway.Server.Requests.Symbology.Queries;

/// <summary>
/// Reads queries written as text, such as <c>Base("BTC") &amp;&amp; (Venue("HYPERLIQUID") || !Quote("USDC Crypto"))</c>. <c>!</c> or <c>not</c>
/// binds tightest, then <c>&amp;&amp;</c> or <c>and</c>, then <c>||</c> or <c>or</c>. Names are written exactly.
/// </summary>
internal sealed class QueryText
{
    private static readonly ProductClassReader Classes = new();
    private static readonly string[] Periods = ["On", "OnOrAfter", "OnOrBefore", "Between"];

    private readonly string text;
    private int at;
    private int open;
    private string? problem;

    private QueryText(string text) => this.text = text;

    private bool IsAtEnd => Skip() == text.Length;

    /// <summary>Reads a query, or says what would be right and in which column, counted from 1.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Query? query, [NotNullWhen(false)] out string? problem)
    {
        var parser = new QueryText(text);
        query = parser.Disjunction();
        if (query is not null && !parser.IsAtEnd)
            query = parser.Fail<Query>("an operator (&&, ||) or the end");
        problem = query is null ? parser.problem! : null;
        return query is not null;
    }

    private Query? Disjunction() => Joined(Conjunction, "||", "or", parts => new Query.Or(parts));

    private Query? Conjunction() => Joined(Operand, "&&", "and", parts => new Query.And(parts));

    private Query? Joined(Func<Query?> part, string sign, string word, Func<ImmutableArray<Query>, Query> join)
    {
        var parts = ImmutableArray.CreateBuilder<Query>();
        do
        {
            if (part() is not { } next)
                return null;
            parts.Add(next);
        }
        while (Takes(sign) || TakesWord(word));
        return parts.Count == 1 ? parts[0] : join(parts.ToImmutable());
    }

    private Query? Operand()
    {
        var isNot = Takes("!") || TakesWord("not");
        if (!isNot && !Takes("("))
            return Leaf();

        // The bound on the text's own nesting keeps this recursion within the stack.
        if (++open > Query.MaxDepth)
            return Fail<Query>($"no more than {Query.MaxDepth} levels of nesting");
        var inner = isNot ? Operand() : Disjunction();
        open--;
        if (inner is null || (!isNot && !Expects(")")))
            return null;
        return isNot ? new Query.Not(inner) : inner;
    }

    private Query? Leaf()
    {
        var start = Skip();
        var name = Name();
        if (name == "All")
            return new Query.All();
        if (name == "Expiration")
            return Expects("(") && When() is { } period && Expects(")") ? new Query.Expires(period) : null;
        if (char.IsAsciiLetter(name.FirstOrDefault()) && Enum.TryParse<MarketAttribute>(name, out var attribute))
            return Expects("(") && Value(attribute) is { } value && Expects(")") ? new Query.Where(attribute, value) : null;
        return Fail<Query>($"All, Expiration, {string.Join(", ", Enum.GetNames<MarketAttribute>())}, '!', 'not' or '('", start);
    }

    private string? Value(MarketAttribute attribute)
    {
        var start = Skip();
        var value = Quoted();
        if (value is null || attribute != MarketAttribute.Class)
            return value;
        return Classes.TryFind(value, out var kind, out var mustBe) ? kind.ToString() : Fail<string>($"a class, which {mustBe.TrimEnd('.')}", start);
    }

    private Period? When()
    {
        var start = Skip();
        var name = Name();
        var kind = Array.IndexOf(Periods, name);
        if (kind < 0)
            return Fail<Period>($"one of {string.Join(", ", Periods)}", start);
        if (!Expects("(") || Moment() is not { } first)
            return null;
        var second = first;
        if (kind == 3)
        {
            if (!Expects(",") || Moment() is not { } end)
                return null;
            second = end;
        }

        return Expects(")") ? new(kind == 2 ? null : first, kind == 1 ? null : second) : null;
    }

    private DateTimeOffset? Moment()
    {
        var start = Skip();
        if (Quoted() is not { } value)
            return null;
        if (TimestampReader.TryParse(value, out var moment))
            return moment;
        Fail<object>("a timestamp by RFC 3339, such as \"2026-01-02T03:04:05Z\"", start);
        return null;
    }

    private string? Quoted()
    {
        var start = Skip();
        if (!Takes("\""))
            return Fail<string>("text in double quotes");
        var value = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at++;
                return value.ToString();
            }

            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\')
                at++;
            value.Append(text[at]);
        }

        return Fail<string>("a double quote that closes the one that is opened here", start);
    }

    private string Name()
    {
        var start = Skip();
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_'))
            at++;
        return text[start..at];
    }

    private bool TakesWord(string word)
    {
        var start = Skip();
        if (Name() == word)
            return true;
        at = start;
        return false;
    }

    private bool Takes(string sign)
    {
        var start = Skip();
        if (string.CompareOrdinal(text, start, sign, 0, sign.Length) != 0)
            return false;
        at = start + sign.Length;
        return true;
    }

    private bool Expects(string sign) => Takes(sign) || Fail<object>($"'{sign}'") is not null;

    private int Skip()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private T? Fail<T>(string expected, int? where = null)
        where T : class
    {
        problem ??= $"must have {expected} at column {(where ?? Skip()) + 1}.";
        return null;
    }
}
