using System.Collections.Immutable;
using Gateway.Conformance.Lines;

namespace Gateway.Conformance;

/// <summary>What a client and the endpoint say to each other, line by line: one file under <c>protocol/conversations</c>.</summary>
public sealed class Conversation
{
    internal Conversation(string name, string title, ImmutableArray<string> requires, ImmutableArray<Line> lines) =>
        (Name, Title, Requires, Lines) = (name, title, requires, lines);

    /// <summary>Area and file name, such as <c>orders/cancel_twice</c>.</summary>
    public string Name { get; }

    /// <summary>What it proves, in a sentence.</summary>
    public string Title { get; }

    /// <summary>What the endpoint must offer for it, such as <c>trade</c>; without it the conversation is skipped.</summary>
    public ImmutableArray<string> Requires { get; }

    internal ImmutableArray<Line> Lines { get; }

    /// <summary>Reads a conversation.</summary>
    /// <param name="name">Its name in reports.</param>
    /// <param name="text">What the file holds.</param>
    /// <exception cref="FormatException">A line is not understood; the message names it.</exception>
    public static Conversation Parse(string name, string text) => new Parser(name).Parse(text);

    /// <summary>Reads every conversation below a folder, in the order of their names.</summary>
    public static ImmutableArray<Conversation> ReadAll(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
            .Where(file => !string.Equals(Path.GetDirectoryName(file), folder, StringComparison.Ordinal))
            .Select(file => Parse(Path.ChangeExtension(Path.GetRelativePath(folder, file), null).Replace('\\', '/'), File.ReadAllText(file)))
            .OrderBy(conversation => conversation.Name, StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
