namespace Gateway.Server.Requests.Binding;

/// <summary>What is wrong with a request's fields: all of them, in the order found.</summary>
internal sealed class FieldProblems
{
    // Most requests have none.
    private OrderedDictionary<string, List<string>>? fields;

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => fields is not null;

    /// <summary>Wire name → sentences.</summary>
    public IEnumerable<KeyValuePair<string, List<string>>> All => fields ?? [];

    /// <summary>Whether this field is among them.</summary>
    public bool Has(string field) => fields?.ContainsKey(field) ?? false;

    /// <summary>Adds a sentence about a field.</summary>
    public void Add(string field, string problem)
    {
        fields ??= new(StringComparer.Ordinal);
        if (!fields.TryGetValue(field, out var problems))
            fields.Add(field, problems = []);
        problems.Add(problem);
    }

    /// <summary>The answer to a request with these.</summary>
    public Refusal ToRefusal() => Refusal.Invalid(
        [.. All.Select(field => KeyValuePair.Create<string, IReadOnlyList<string>>(field.Key, field.Value))]);
}
