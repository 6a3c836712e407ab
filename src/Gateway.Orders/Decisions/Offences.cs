using System.Collections.Immutable;

namespace Gateway.Orders.Decisions;

/// <summary>What is wrong with a request, gathered so that all of it is said at once.</summary>
internal sealed class Offences
{
    private readonly List<(string Field, string Message)> found = [];

    public bool Any => found.Count > 0;

    public void Add(string field, string message) => found.Add((field, message));

    public bool Has(string field) => found.Exists(offence => offence.Field == field);

    public Rejection ToRejection() => new(
        RejectCode.InvalidRequest,
        string.Join(' ', found.Select(offence => offence.Message)),
        found.GroupBy(offence => offence.Field, StringComparer.Ordinal).ToImmutableSortedDictionary(
            field => field.Key, field => field.Select(offence => offence.Message).ToImmutableArray(), StringComparer.Ordinal));
}
