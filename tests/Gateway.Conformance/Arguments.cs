using System.Collections.Immutable;
using System.Globalization;

namespace Gateway.Conformance;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        dotnet run --project tests/Gateway.Conformance -- [options]

          --endpoint ws://127.0.0.1:8080/ws   whom to talk to
          --key demo                          a key with every permission
          --view-key …, --stranger-key …      a key that may only look; a key without accounts
          --set name=value                    a variable of the conversations (variables.txt lists them); repeatable
          --without trade                     what the endpoint does not offer; repeatable
          --only orders/                      the conversations whose name starts so; repeatable
          --conversations protocol/conversations
          --patience 5                        seconds that an answer may take; from 60 on, slow conversations are held too
          --junit results.xml                 writes JUnit XML too

        Ends with 0 if no conversation failed, 1 if one did, 2 if the command line or a file cannot be read.
        """;

    public Uri Endpoint { get; init; } = new("ws://127.0.0.1:8080/ws");

    public ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableHashSet<string> Without { get; init; } = [];

    public ImmutableArray<string> Only { get; init; } = [];

    public string? Conversations { get; init; }

    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    public string? Junit { get; init; }

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">An option is not known or has no value.</exception>
    public static Arguments Parse(IReadOnlyList<string> words)
    {
        var arguments = new Arguments();
        for (var i = 0; i < words.Count; i += 2)
        {
            if (i + 1 == words.Count)
                throw new FormatException($"{words[i]} has no value.");
            arguments = arguments.With(words[i], words[i + 1]);
        }

        return arguments;
    }

    private Arguments With(string option, string value) => option switch
    {
        "--endpoint" => this with { Endpoint = new Uri(value) },
        "--key" => this with { Values = Values.SetItem("key", value) },
        "--view-key" => this with { Values = Values.SetItem("viewKey", value) },
        "--stranger-key" => this with { Values = Values.SetItem("strangerKey", value) },
        "--set" => value.Split('=', 2) is [var name, var text]
            ? this with { Values = Values.SetItem(name, text) }
            : throw new FormatException($"--set {value} is not of the form name=value."),
        "--without" => this with { Without = Without.Add(value) },
        "--only" => this with { Only = Only.Add(value) },
        "--conversations" => this with { Conversations = value },
        "--patience" => this with { Patience = TimeSpan.FromSeconds(double.Parse(value, CultureInfo.InvariantCulture)) },
        "--junit" => this with { Junit = value },
        _ => throw new FormatException($"{option} is not an option."),
    };
}
